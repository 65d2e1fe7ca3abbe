package org.pufa.bank.console;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.IntStream;
import org.pufa.bank.Question;
import org.pufa.bank.QuestionRow;
import org.pufa.bank.QuestionType;
import org.pufa.i18n.Lang;

/** How many questions in use a bank has of each topic, by type and by difficulty; each number leads to them. */
record ContentsTable(List<String> columns, List<TopicRow> rows, List<String> totals) {

    record TopicRow(String topic, String href, List<Cell> cells) {
    }

    record Cell(String figure, String href) {
    }

    /** One column: which questions it counts, and the query that shows them. */
    private record Column(String label, String query, java.util.function.Predicate<Question> counts) {
    }

    /** @param path address of the bank */
    static ContentsTable of(BankWords words, Lang lang, List<QuestionRow> rows, String path) {
        var columns = columns(words, lang);
        var topics = new LinkedHashMap<String, List<Question>>();
        var all = rows.stream().filter(QuestionRow::usable).map(QuestionRow::question).toList();
        all.forEach(question -> topics.computeIfAbsent(question.topic(), topic -> new ArrayList<>()).add(question));
        return new ContentsTable(columns.stream().map(Column::label).toList(),
                topics.entrySet().stream().map(topic -> row(columns, words.topic(lang, topic.getKey()), topic.getKey(), topic.getValue(), path)).toList(),
                columns.stream().map(column -> Long.toString(all.stream().filter(column.counts()).count())).toList());
    }

    private static List<Column> columns(BankWords words, Lang lang) {
        var columns = new ArrayList<Column>();
        Arrays.stream(QuestionType.values()).forEach(type -> columns.add(new Column(words.type(lang, type),
                "&type=" + type.code(), question -> question.type() == type)));
        IntStream.rangeClosed(Question.EASIEST, Question.HARDEST).forEach(level -> columns.add(new Column(
                words.difficulty(lang, level), "&difficulty=" + level, question -> question.difficulty() == level)));
        columns.add(new Column(words.say(lang, "total"), "", question -> true));
        return columns;
    }

    private static TopicRow row(List<Column> columns, String label, String topic, List<Question> questions,
            String path) {
        String href = path + "?topic=" + java.net.URLEncoder.encode(topic, java.nio.charset.StandardCharsets.UTF_8);
        return new TopicRow(label, href, columns.stream().map(column -> {
            long count = questions.stream().filter(column.counts()).count();
            return new Cell(Long.toString(count), count == 0 ? "" : href + column.query());
        }).toList());
    }
}
