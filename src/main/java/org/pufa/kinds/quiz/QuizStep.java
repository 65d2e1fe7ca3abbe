package org.pufa.kinds.quiz;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.pufa.bank.BankSummary;
import org.pufa.bank.Banks;
import org.pufa.bank.Question;
import org.pufa.bank.QuestionRevision;
import org.pufa.bank.QuestionType;
import org.pufa.campaign.launch.ContentStep;
import org.pufa.campaign.launch.FormField;
import org.pufa.campaign.launch.FormField.Option;
import org.pufa.campaign.launch.FormPart;
import org.pufa.campaign.launch.PartWords;
import org.pufa.db.Database;
import org.pufa.i18n.Lang;
import org.pufa.i18n.Messages;
import org.pufa.yaml.YamlTree;

/** The step of the wizard in which a quiz gets its bank, its blueprint and its points. */
public final class QuizStep implements ContentStep {

    private static final String DRAW = "quiz.draw";

    private final Banks banks;
    private final Database database;
    private final Messages messages;

    public QuizStep(Banks banks, Database database, Messages messages) {
        this.banks = banks;
        this.database = database;
        this.messages = messages;
    }

    @Override
    public String kind() {
        return "quiz";
    }

    @Override
    public Map<String, Object> fresh() {
        return YamlTree.fields("draw", List.of(YamlTree.fields("type", "single", "count", "3"),
                        YamlTree.fields("type", "judge", "count", "2")),
                "points", YamlTree.fields("single", "20", "multiple", "20", "judge", "20"), "pass", "60");
    }

    @Override
    public Map<String, Object> added(String list, YamlTree tree) {
        return YamlTree.fields("type", "single", "count", "1");
    }

    @Override
    public Future<List<FormPart>> parts(Lang lang, YamlTree tree) {
        return database.read(tx -> banks.summaries(tx).compose(all -> banks.current(tx, tree.text("quiz.bank"))
                .map(current -> parts(new PartWords(messages, "quiz.wizard", lang, tree), all, current))));
    }

    private List<FormPart> parts(PartWords in, List<BankSummary> all, List<QuestionRevision> current) {
        var questions = current.stream().map(QuestionRevision::question).toList();
        var topics = questions.stream().map(Question::topic).filter(topic -> !topic.isEmpty()).distinct().sorted()
                .toList();
        var parts = new ArrayList<FormPart>();
        parts.add(FormPart.of("quiz", in.say("part.bank"), "", List.of(bank(in, all)))
                .noting(in.say("bank.count", questions.size())));
        parts.add(FormPart.of(DRAW, in.say("part.draw"), in.say("part.draw.hint"), List.of())
                .noting(total(in)).with(List.of(in.act("add:" + DRAW, "draw.add"))));
        IntStream.rangeClosed(1, in.tree().size(DRAW)).forEach(row -> parts.add(row(in, row, questions, topics)));
        parts.add(FormPart.of("quiz.points", in.say("part.points"), in.say("part.points.hint"), points(in)).inRow());
        return parts;
    }

    private static FormField bank(PartWords in, List<BankSummary> all) {
        String chosen = in.tree().text("quiz.bank");
        var options = new ArrayList<Option>();
        options.add(new Option("", in.say("bank.none"), chosen.isEmpty(), ""));
        all.forEach(bank -> options.add(new Option(bank.bank().code(), in.say("bank.option", bank.bank().title(),
                bank.questions()), bank.bank().code().equals(chosen), "")));
        return FormField.select("quiz.bank", in.say("bank"), in.say("bank.hint"), chosen, options);
    }

    private static FormPart row(PartWords in, int number, List<Question> questions, List<String> topics) {
        String path = DRAW + '[' + number + ']';
        String title = in.say("draw", number);
        return FormPart.row(path, title, List.of(in.select(path + ".type", "type", QuestionType.codes()),
                in.brief(path + ".count", "count"),
                in.checks(path + ".difficulty", "difficulty", List.of("1", "2", "3"),
                        List.of(in.say("difficulty.1"), in.say("difficulty.2"), in.say("difficulty.3"))),
                in.checks(path + ".topic", "topic", topics, topics)))
                .noting(in.say("draw.available", available(in.tree(), path, questions)))
                .with(in.itemActs(DRAW, number, title));
    }

    /** How many questions of the bank the row could draw. */
    private static long available(YamlTree tree, String path, List<Question> questions) {
        var topics = tree.texts(path + ".topic");
        var difficulties = tree.texts(path + ".difficulty");
        return questions.stream().filter(question -> question.type().code().equals(tree.text(path + ".type")))
                .filter(question -> topics.isEmpty() || topics.contains(question.topic()))
                .filter(question -> difficulties.isEmpty()
                        || difficulties.contains(Integer.toString(question.difficulty()))).count();
    }

    private static String total(PartWords in) {
        int questions = 0;
        int points = 0;
        for (int row = 1; row <= in.tree().size(DRAW); row++) {
            int count = number(in.tree().text(DRAW + '[' + row + "].count"));
            questions += count;
            points += count * number(in.tree().text("quiz.points." + in.tree().text(DRAW + '[' + row + "].type")));
        }
        return in.say("draw.total", questions, points);
    }

    private static int number(String text) {
        return text.matches("[0-9]{1,3}") ? Integer.parseInt(text) : 0;
    }

    private static List<FormField> points(PartWords in) {
        var fields = new ArrayList<FormField>();
        QuestionType.codes().forEach(code -> fields.add(in.brief("quiz.points." + code, "points." + code)));
        fields.add(in.brief("quiz.pass", "pass"));
        return fields;
    }
}
