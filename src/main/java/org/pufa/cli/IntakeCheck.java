package org.pufa.cli;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.pufa.House;
import org.pufa.bank.QuestionPicture;
import org.pufa.bank.QuestionType;
import org.pufa.bank.format.Formats;
import org.pufa.bank.intake.Harvest;
import org.pufa.bank.intake.Intake;
import org.pufa.bank.intake.Item;
import org.pufa.bank.intake.Reason;
import org.pufa.bank.intake.SourceFile;
import org.pufa.i18n.Lang;
import org.pufa.i18n.Messages;

/** Shows what uploading a file of questions would give. */
final class IntakeCheck {

    private final PrintWriter out;
    private final Intake intake = new Intake(Formats.readers());
    private final Messages messages = House.messages();

    IntakeCheck(PrintWriter out) {
        this.out = out;
    }

    /** Whether nothing in the files is refused. One file is printed as an object, several as an array of them. */
    boolean check(List<Path> files, boolean json) {
        var harvests = files.stream().map(this::read).toList();
        if (!json) {
            for (int i = 0; i < files.size(); i++) {
                print(files.get(i), harvests.get(i));
            }
        } else {
            var objects = harvests.stream().map(this::asJson).toList();
            out.println(objects.size() == 1 ? objects.get(0).encodePrettily()
                    : new JsonArray(objects).encodePrettily());
        }
        out.flush();
        return harvests.stream().allMatch(harvest -> harvest.refused() == 0 && !isUnreadable(harvest));
    }

    private Harvest read(Path file) {
        return intake.read(new SourceFile(file.getFileName().toString(), Files.bytes(file, Intake.LARGEST_FILE)));
    }

    /** What uploading that file would give. */
    JsonObject asJson(Path file) {
        return asJson(read(file));
    }

    private static boolean isUnreadable(Harvest harvest) {
        return harvest.notes().stream().anyMatch(note -> note.level() == Reason.Level.REFUSAL);
    }

    private void print(Path file, Harvest harvest) {
        harvest.notes().forEach(note -> out.printf("%s: %s%n", file, sentence(note)));
        harvest.items().forEach(item -> item.reasons().forEach(reason -> out.printf("%s:%d: %d %s: %s%n", file,
                item.raw().line(), item.number(), state(item), sentence(reason))));
        out.printf("%s: %d read, %d accepted (%d with a warning), %d refused%n", file, harvest.read(),
                harvest.accepted(), harvest.warned(), harvest.refused());
    }

    private JsonObject asJson(Harvest harvest) {
        return new JsonObject().put("read", harvest.read()).put("accepted", harvest.accepted())
                .put("warned", harvest.warned()).put("refused", harvest.refused()).put("format", harvest.format())
                .put("notes", new JsonArray(harvest.notes().stream().map(this::sentence).toList()))
                .put("items", new JsonArray(harvest.items().stream().map(this::asJson).toList()));
    }

    private JsonObject asJson(Item item) {
        var options = new JsonArray();
        item.options().forEach(option -> options.add(new JsonObject().put("letter", option.letter())
                .put("text", option.text())));
        var json = new JsonObject().put("n", item.number()).put("line", item.raw().line()).put("state", state(item))
                .put("type", item.type().map(QuestionType::code).orElse(null)).put("stem", item.stem())
                .put("options", options).put("answer", new JsonArray(item.answer()))
                .put("reasons", new JsonArray(item.reasons().stream().map(this::sentence).toList()));
        if (!item.pictures().isEmpty()) {
            json.put("pictures", new JsonArray(item.pictures().stream().map(IntakeCheck::asJson).toList()));
        }
        return json;
    }

    private static JsonObject asJson(QuestionPicture picture) {
        return new JsonObject().put("place", picture.place()).put("alt", picture.alt())
                .put("type", picture.type().code()).put("width", picture.width()).put("height", picture.height());
    }

    private static String state(Item item) {
        return item.state().name().toLowerCase(Locale.ROOT);
    }

    private String sentence(Reason reason) {
        return messages.get(Lang.ZH, reason.key(), reason.args());
    }
}
