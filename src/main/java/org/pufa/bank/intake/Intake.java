package org.pufa.bank.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.pufa.bank.Album;

/** The way in for files of questions: finds the format, reads, judges every item, compares them. Saves nothing. */
public final class Intake {

    /** Largest file, in bytes. */
    public static final int LARGEST_FILE = 20 * 1024 * 1024;
    public static final int MOST_ITEMS = 20_000;
    private static final String NO_FORMAT = "";

    private final List<QuestionReader> readers;
    private final Judge judge = new Judge();

    /** @param readers in the order in which they are asked whether they know a file */
    public Intake(List<QuestionReader> readers) {
        this.readers = List.copyOf(Objects.requireNonNull(readers));
    }

    /** What the file holds; a file that cannot be read gives no items and a note that says why. */
    public Harvest read(SourceFile file) {
        return read(file, new Progress());
    }

    /** The same, telling how far it has come. */
    public Harvest read(SourceFile file, Progress progress) {
        String format = NO_FORMAT;
        try {
            ForeignFile.check(file, LARGEST_FILE);
            var reader = readers.stream().filter(one -> one.recognises(file)).findFirst()
                    .orElseThrow(() -> new UnreadableFile("bank.intake.file.unknown"));
            format = reader.format();
            return harvest(format, reader.read(file), file.content().length, progress);
        } catch (UnreadableFile e) {
            return new Harvest(format, List.of(), Album.EMPTY, List.of(e.reason()));
        }
    }

    private Harvest harvest(String format, List<RawQuestion> read, int size, Progress progress)
            throws UnreadableFile {
        if (read.isEmpty()) {
            throw new UnreadableFile("bank.intake.file.none");
        } else if (read.size() > MOST_ITEMS) {
            throw new UnreadableFile("bank.intake.file.many", read.size(), MOST_ITEMS);
        }
        var illustrator = new Illustrator(size);
        var items = new ArrayList<Item>(read.size());
        for (RawQuestion raw : read) {
            progress.at(Progress.Phase.JUDGING, items.size(), read.size());
            items.add(illustrator.illustrated(judge.judge(items.size() + 1, raw)));
        }
        return new Harvest(format, Twins.marked(items), illustrator.album(), List.of());
    }
}
