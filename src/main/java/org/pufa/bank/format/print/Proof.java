package org.pufa.bank.format.print;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.pufa.bank.Exported;
import org.pufa.bank.Exported.LeftOut;
import org.pufa.bank.Question;
import org.pufa.bank.format.Carriage;
import org.pufa.bank.intake.Item;
import org.pufa.bank.intake.Judge;
import org.pufa.bank.intake.QuestionReader;
import org.pufa.bank.intake.RawQuestion;
import org.pufa.bank.intake.SourceFile;
import org.pufa.bank.intake.UnreadableFile;

/** Words for people can be misread, so every file is read again, and a question that does not come back is left out. */
final class Proof {

    private static final String LEFT_OUT = "bank.export.left-out.format";
    private static final int MOST_ROUNDS = 5;

    private final QuestionReader reader;
    private final String name;
    private final Judge judge = new Judge();

    /** @param name of the file, by which the reader may go */
    Proof(QuestionReader reader, String name) {
        this.reader = reader;
        this.name = name;
    }

    /** Writes the questions that come back, all of them in one file. */
    Exported write(List<Question> questions, Function<List<Question>, byte[]> writing) {
        var clean = Carriage.write(questions, carried -> new byte[0]);
        var carried = new ArrayList<>(questions);
        clean.leftOut().forEach(left -> carried.removeIf(question -> question.id().equals(left.question())));
        byte[] file = writing.apply(carried);
        for (int round = 0; round < MOST_ROUNDS && !comesBack(file, carried); round++) {
            carried.removeAll(lost(file, carried, writing));
            file = writing.apply(carried);
        }
        if (!comesBack(file, carried)) {
            carried.clear();
            file = writing.apply(carried);
        }
        return new Exported(file, leftOut(questions, carried, clean));
    }

    private static List<LeftOut> leftOut(List<Question> all, List<Question> carried, Exported clean) {
        var unclean = clean.leftOut();
        return all.stream().filter(question -> !carried.contains(question))
                .map(question -> unclean.stream().filter(left -> left.question().equals(question.id())).findFirst()
                        .orElse(new LeftOut(question.id(), LEFT_OUT))).toList();
    }

    /** Those that do not even come back alone; if all do, those that are not in their places in the whole file. */
    private List<Question> lost(byte[] file, List<Question> carried, Function<List<Question>, byte[]> writing) {
        var alone = carried.stream().filter(question -> !comesBack(writing.apply(List.of(question)), List.of(question)))
                .toList();
        if (!alone.isEmpty()) {
            return alone;
        }
        var read = read(file);
        return carried.stream().filter(question -> read.stream().noneMatch(raw -> isSame(raw, question))).toList();
    }

    private boolean comesBack(byte[] file, List<Question> questions) {
        var read = read(file);
        if (read.size() != questions.size()) {
            return false;
        }
        for (int i = 0; i < read.size(); i++) {
            if (!isSame(read.get(i), questions.get(i))) {
                return false;
            }
        }
        return true;
    }

    private List<RawQuestion> read(byte[] file) {
        try {
            return reader.read(new SourceFile(name, file));
        } catch (UnreadableFile e) {
            return List.of();
        }
    }

    private boolean isSame(RawQuestion raw, Question question) {
        var item = judge.judge(1, raw);
        return item.state() != Item.State.REFUSED && item.type().filter(question.type()::equals).isPresent()
                && item.stem().equals(question.stem()) && item.options().equals(question.options())
                && item.answer().equals(question.answer()) && isSameBeside(raw, question);
    }

    private static boolean isSameBeside(RawQuestion raw, Question question) {
        return raw.explanation().equals(question.explanation()) && raw.quote().equals(question.quote())
                && raw.citation().equals(question.citation().toString()) && raw.topic().equals(question.topic())
                && raw.difficulty().equals(Integer.toString(question.difficulty())) && raw.code().equals(question.id());
    }
}
