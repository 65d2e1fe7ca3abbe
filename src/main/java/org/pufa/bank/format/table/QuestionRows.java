package org.pufa.bank.format.table;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.pufa.bank.Question;
import org.pufa.bank.format.Carriage;
import org.pufa.bank.format.OptionLabels;
import org.pufa.bank.format.RawDraft;

/** Questions as rows under headings that {@link QuestionTable} knows. */
public final class QuestionRows {

    /** The heading of the column of pictures. */
    public static final String PICTURE = "题图";
    private static final int FEWEST_OPTIONS = 4;
    private static final List<String> BEFORE = List.of("题号", "题型", "题干");
    private static final List<String> BEHIND = List.of("答案", "解析", "依据", "法条原文", "难度", "专题");

    private final int options;
    private final boolean pictured;

    /** @param questions for whose options there must be room */
    public QuestionRows(List<Question> questions) {
        options = questions.stream().mapToInt(question -> question.options().size()).max().orElse(0);
        pictured = questions.stream().anyMatch(question -> !question.pictures().isEmpty());
    }

    public List<String> headings() {
        var lettered = Stream.iterate(0, place -> place + 1).limit(room()).map(place -> "选项" + RawDraft.letter(place));
        return Stream.of(BEFORE.stream(), lettered, BEHIND.stream(), Stream.of(PICTURE).filter(heading -> pictured))
                .flatMap(part -> part).toList();
    }

    /** Where pictures of stems lie, from 0; without words, and there only when a question has a picture. */
    public int pictureColumn() {
        return BEFORE.size() + room() + BEHIND.size();
    }

    /** Where the option at that place stands, both from 0. */
    public int optionColumn(int place) {
        return BEFORE.size() + place;
    }

    private int room() {
        return Math.max(options, FEWEST_OPTIONS);
    }

    public List<String> cells(Question question) {
        var cells = new ArrayList<>(List.of(question.id(), Carriage.typeWord(question.type()), question.stem()));
        cells.addAll(OptionLabels.guard(Carriage.options(question)));
        while (cells.size() < BEFORE.size() + room()) {
            cells.add("");
        }
        cells.addAll(List.of(Carriage.answer(question), question.explanation(), question.citation().toString(),
                question.quote(), Integer.toString(question.difficulty()), question.topic()));
        return cells;
    }
}
