package org.pufa.kinds.quiz;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.pufa.bank.Question;
import org.pufa.bank.QuestionType;
import org.pufa.yaml.YamlMap;

/** Reads the field {@code quiz} of a definition; the keys are described in {@code question-bank/README.md}. */
final class QuizPlanReader {

    private static final int MOST_ROWS = 20;
    private static final int MOST_POINTS = 100;
    private static final int LONGEST = 60;
    private static final Blueprint NONE = new Blueprint(List.of(new DrawRow(QuestionType.SINGLE, Set.of(), Set.of(), 1)));

    private QuizPlanReader() {
    }

    static QuizPlan read(YamlMap definition) {
        return definition.map("quiz").map(QuizPlanReader::plan)
                .orElse(new QuizPlan("", NONE, Map.of(QuestionType.SINGLE, 1), 0));
    }

    private static QuizPlan plan(YamlMap in) {
        String bank = in.text("bank", LONGEST);
        var draw = draw(in);
        var points = in.map("points").map(map -> points(map, draw)).orElseGet(() -> onePointEach(draw));
        var withoutPass = new QuizPlan(bank, draw, points, 0);
        var plan = new QuizPlan(bank, draw, points, in.integer("pass", 0, withoutPass.max()));
        in.noOthers();
        return plan;
    }

    private static Blueprint draw(YamlMap in) {
        var rows = new ArrayList<DrawRow>();
        for (YamlMap map : in.maps("draw", 1, MOST_ROWS)) {
            rows.add(new DrawRow(QuestionType.parse(map.choice("type", QuestionType.codes())).orElseThrow(),
                    Set.copyOf(map.texts("topic", LONGEST)), difficulties(map), map.integer("count", 1, DrawRow.MOST)));
            map.noOthers();
        }
        var draw = rows.isEmpty() ? NONE : new Blueprint(rows);
        if (draw.questions() > DrawRow.MOST) {
            in.mistake("draw", "quiz.file.too-many", DrawRow.MOST, draw.questions());
        }
        return draw;
    }

    private static Set<Integer> difficulties(YamlMap map) {
        var difficulties = new TreeSet<Integer>();
        for (String text : map.texts("difficulty", LONGEST)) {
            if (text.matches("[" + Question.EASIEST + "-" + Question.HARDEST + "]")) {
                difficulties.add(Integer.valueOf(text));
            } else {
                map.mistake("difficulty", "quiz.file.difficulty", text);
            }
        }
        return difficulties;
    }

    private static Map<QuestionType, Integer> points(YamlMap map, Blueprint draw) {
        var points = new EnumMap<QuestionType, Integer>(QuestionType.class);
        for (QuestionType type : QuestionType.values()) {
            boolean drawn = draw.rows().stream().anyMatch(row -> row.type() == type);
            if (drawn || map.has(type.code())) {
                points.put(type, map.integer(type.code(), 1, MOST_POINTS));
            }
        }
        map.noOthers();
        return points;
    }

    private static Map<QuestionType, Integer> onePointEach(Blueprint draw) {
        var points = new EnumMap<QuestionType, Integer>(QuestionType.class);
        draw.rows().forEach(row -> points.put(row.type(), 1));
        return points;
    }
}
