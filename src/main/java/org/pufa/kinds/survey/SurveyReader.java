package org.pufa.kinds.survey;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.pufa.i18n.LocalText;
import org.pufa.yaml.YamlMap;

/** Reads the field {@code survey} of a definition; every mistake is noted where it stands. */
final class SurveyReader {

    private static final List<String> TYPES = List.of("single", "multiple", "rating", "number", "text", "longtext");
    private static final Pattern QUESTION_ID = Pattern.compile("[a-z][a-z0-9_-]{0,29}");
    private static final Pattern OPTION_ID = Pattern.compile("[a-z0-9][a-z0-9_-]{0,29}");
    private static final LocalText NONE = LocalText.of("");
    private static final int ASK_LONGEST = 200;
    private static final int LABEL_LONGEST = 60;
    private static final int STEPS = 5;
    private static final int BILLION = 1_000_000_000;
    private static final int TEXT_LONGEST = 100;
    private static final int LONGTEXT_LONGEST = 500;
    /** All texts of a paper, each letter nine bytes in a form, must fit into one request beside the picks. */
    private static final int ALL_TEXTS_LONGEST = 5000;

    private final Set<String> ids = new HashSet<>();
    private int textLength;

    /** What the definition says; after a mistake, something harmless. */
    SurveyPlan read(YamlMap definition) {
        return definition.map("survey").map(survey -> {
            boolean anonymous = survey.flag("anonymous", false);
            var sections = survey.maps("sections", 1, 20).stream().map(this::section).toList();
            survey.noOthers();
            if (textLength > ALL_TEXTS_LONGEST) {
                survey.mistake("sections", "kinds.survey.file.all-texts", ALL_TEXTS_LONGEST, textLength);
            }
            return new SurveyPlan(anonymous, sections);
        }).orElse(new SurveyPlan(true, List.of()));
    }

    private SurveyPlan.Section section(YamlMap in) {
        var title = in.localText("title", LABEL_LONGEST);
        var questions = in.maps("questions", 1, 50).stream().map(this::question).toList();
        in.noOthers();
        return new SurveyPlan.Section(title, questions);
    }

    private Question question(YamlMap in) {
        var prompt = new Question.Prompt(id(in), in.flag("required", false), in.localText("ask", ASK_LONGEST),
                in.optionalLocalText("hint", ASK_LONGEST).orElse(NONE));
        var question = switch (in.choice("type", TYPES)) {
            case "multiple" -> multiple(prompt, in);
            case "rating" -> rating(prompt, in);
            case "number" -> number(prompt, in);
            case "text" -> text(prompt, in, false, TEXT_LONGEST);
            case "longtext" -> text(prompt, in, true, LONGTEXT_LONGEST);
            default -> new Choice(prompt, Choice.Sort.SINGLE, options(in), 1, 1);
        };
        in.noOthers();
        return question;
    }

    private String id(YamlMap in) {
        String id = in.text("id", 30);
        if (!id.isEmpty() && !QUESTION_ID.matcher(id).matches()) {
            in.mistake("id", "kinds.survey.file.question-id", id);
        } else if (!id.isEmpty() && !ids.add(id)) {
            in.mistake("id", "kinds.survey.file.question-twice", id);
        }
        return id;
    }

    private Question multiple(Question.Prompt prompt, YamlMap in) {
        var options = options(in);
        int most = Math.max(1, options.size());
        int min = in.optionalInteger("min", 0, most).orElse(0);
        int max = in.optionalInteger("max", 1, most).orElse(most);
        if (min > max) {
            in.mistake("max", "kinds.survey.file.min-above-max", min, max);
        }
        return new Choice(prompt, Choice.Sort.MULTIPLE, options, min, Math.max(min, max));
    }

    private List<Choice.Option> options(YamlMap in) {
        var options = new ArrayList<Choice.Option>();
        var known = new HashSet<String>();
        for (YamlMap map : in.maps("options", 2, 60)) {
            String id = optionId(map, known);
            var text = map.localText("text", LABEL_LONGEST);
            boolean other = map.flag("other", false);
            if (other && options.stream().anyMatch(Choice.Option::other)) {
                map.mistake("other", "kinds.survey.file.other-twice");
            }
            map.noOthers();
            options.add(new Choice.Option(id, text, other));
            textLength += other ? Choice.OTHER_LONGEST : 0;
        }
        return options;
    }

    private static String optionId(YamlMap in, Set<String> known) {
        String id = in.text("id", 30);
        if (id.equals(AnswerSheet.ANSWERED)) {
            in.mistake("id", "kinds.survey.file.option-reserved", id);
        } else if (!id.isEmpty() && !OPTION_ID.matcher(id).matches()) {
            in.mistake("id", "kinds.survey.file.option-id", id);
        } else if (!id.isEmpty() && !known.add(id)) {
            in.mistake("id", "kinds.survey.file.option-twice", id);
        }
        return id;
    }

    private static Question rating(Question.Prompt prompt, YamlMap in) {
        return Choice.rating(prompt, in.localTexts("scale", STEPS, STEPS, 20));
    }

    private static Question number(Question.Prompt prompt, YamlMap in) {
        int min = in.optionalInteger("min", -BILLION, BILLION).orElse(0);
        int max = in.optionalInteger("max", -BILLION, BILLION).orElse(BILLION);
        if (min > max) {
            in.mistake("max", "kinds.survey.file.min-above-max", min, max);
        }
        return new WholeNumber(prompt, min, Math.max(min, max), in.optionalLocalText("unit", 10).orElse(NONE));
    }

    private Question text(Question.Prompt prompt, YamlMap in, boolean lines, int most) {
        int longest = in.optionalInteger("maxlength", 1, most).orElse(most);
        textLength += longest;
        return new FreeText(prompt, lines, longest);
    }
}
