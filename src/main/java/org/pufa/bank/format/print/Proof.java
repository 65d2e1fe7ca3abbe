package org.pufa.bank.format.print;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.pufa.bank.Exported;
import org.pufa.bank.Exported.LeftOut;
import org.pufa.bank.Question;
import org.pufa.bank.QuestionType;
import org.pufa.bank.format.Carriage;
import org.pufa.bank.intake.CleanText;
import org.pufa.bank.intake.Item;
import org.pufa.bank.intake.Judge;
import org.pufa.bank.intake.QuestionReader;
import org.pufa.bank.intake.RawPicture;
import org.pufa.bank.intake.RawQuestion;
import org.pufa.bank.intake.SourceFile;
import org.pufa.bank.intake.UnreadableFile;
import org.pufa.kernel.Sha256;

/** Words for people can be misread, so every file is read again, and a question that does not come back is left out. */
final class Proof {

    private static final String LEFT_OUT = "bank.export.left-out.format";
    private static final int MOST_ROUNDS = 5;

    private final QuestionReader reader;
    private final String name;
    private final Function<Question, Optional<String>> refusal;
    private final Judge judge = new Judge();

    /** @param name of the file, by which the reader may go @param refusal why the format cannot carry a question */
    Proof(QuestionReader reader, String name, Function<Question, Optional<String>> refusal) {
        this.reader = reader;
        this.name = name;
        this.refusal = refusal;
    }

    /** Writes the questions that come back, all of them in one file. */
    Exported write(List<Question> questions, Function<List<Question>, byte[]> writing) {
        var clean = Carriage.write(questions, refusal, carried -> new byte[0]);
        var carried = new ArrayList<>(questions);
        var unfit = clean.leftOut().stream().map(LeftOut::question).collect(Collectors.toSet());
        carried.removeIf(question -> unfit.contains(question.id()));
        byte[] file = writing.apply(carried);
        for (int round = 0; round < MOST_ROUNDS && !comesBack(file, carried); round++) {
            carried.removeAll(new HashSet<>(lost(file, carried, writing)));
            file = writing.apply(carried);
        }
        if (!comesBack(file, carried)) {
            carried.clear();
            file = writing.apply(carried);
        }
        return new Exported(file, leftOut(questions, carried, clean));
    }

    private static List<LeftOut> leftOut(List<Question> all, List<Question> carried, Exported clean) {
        var kept = new HashSet<>(carried);
        var unclean = clean.leftOut().stream().collect(Collectors.toMap(LeftOut::question, left -> left,
                (one, other) -> one));
        return all.stream().filter(question -> !kept.contains(question)).map(question ->
                unclean.getOrDefault(question.id(), new LeftOut(question.id(), LEFT_OUT))).toList();
    }

    /** Of those that the whole file loses, and their neighbours: who does not even come back alone; else all of them. */
    private List<Question> lost(byte[] file, List<Question> carried, Function<List<Question>, byte[]> writing) {
        var back = read(file).stream().map(this::seen).flatMap(Optional::stream).collect(Collectors.toSet());
        var lost = IntStream.range(0, carried.size()).filter(i -> !back.contains(Seen.of(carried.get(i)))).boxed()
                .toList();
        var alone = lost.stream().flatMap(i -> Stream.of(i - 1, i, i + 1)).distinct()
                .filter(i -> i >= 0 && i < carried.size()).map(carried::get)
                .filter(question -> !comesBack(writing.apply(List.of(question)), List.of(question))).toList();
        return alone.isEmpty() ? lost.stream().map(carried::get).toList() : alone;
    }

    private boolean comesBack(byte[] file, List<Question> questions) {
        var read = read(file);
        if (read.size() != questions.size()) {
            return false;
        }
        for (int i = 0; i < read.size(); i++) {
            if (seen(read.get(i)).filter(Seen.of(questions.get(i))::equals).isEmpty()) {
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

    /** What a file shows of a question; nothing when it would be refused. */
    private Optional<Seen> seen(RawQuestion raw) {
        var item = judge.judge(1, raw);
        return item.state() == Item.State.REFUSED || item.type().isEmpty() ? Optional.empty()
                : Optional.of(new Seen(item.type().get(), item.stem(), item.options(), item.answer(), raw.explanation(),
                        raw.quote(), raw.citation(), raw.topic(), raw.difficulty(), raw.code(),
                        raw.pictures().stream().map(Seen::picture).toList()));
    }

    private record Seen(QuestionType type, String stem, List<Question.Option> options, List<String> answer,
            String explanation, String quote, String citation, String topic, String difficulty, String code,
            List<List<String>> pictures) {

        static Seen of(Question question) {
            return new Seen(question.type(), question.stem(), question.options(), question.answer(),
                    question.explanation(), question.quote(), question.citation().toString(), question.topic(),
                    Integer.toString(question.difficulty()), question.id(), question.pictures().stream()
                            .map(one -> List.of(one.place(), one.alt(), one.hash())).toList());
        }

        static List<String> picture(RawPicture raw) {
            return List.of(raw.place(), CleanText.of(raw.alt()), HexFormat.of().formatHex(Sha256.of(raw.content())));
        }
    }
}
