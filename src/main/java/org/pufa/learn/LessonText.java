package org.pufa.learn;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.pufa.learn.markdown.Picture;

/**
 * What a page says, as staff typed it; a draft may be wrong or unfinished in every part.
 *
 * @param summary one or two sentences for lists
 * @param body in Markdown
 * @param cites articles on which it rests, one in each line
 * @param questions for practice, one in each line, see {@link QuestionRef}
 * @param audience whom it is for, such as 农民工、建筑企业; or ""
 * @param campaigns beside which it is offered, by slug
 */
public record LessonText(LessonSort sort, String title, String summary, String body, String cites, String questions,
        String audience, List<String> campaigns, List<LessonPicture> pictures) {

    public static final int LONGEST_TITLE = 60;
    public static final int LONGEST_SUMMARY = 160;
    public static final int LONGEST_AUDIENCE = 60;
    /** Of the lines with citations and of those with questions, in characters. */
    public static final int LONGEST_LINES = 2000;
    public static final int MOST_CITES = 20;
    public static final int MOST_QUESTIONS = 10;
    public static final int MOST_CAMPAIGNS = 20;

    public LessonText {
        Objects.requireNonNull(sort);
        Objects.requireNonNull(title);
        Objects.requireNonNull(summary);
        Objects.requireNonNull(body);
        Objects.requireNonNull(cites);
        Objects.requireNonNull(questions);
        Objects.requireNonNull(audience);
        campaigns = List.copyOf(campaigns);
        pictures = List.copyOf(pictures);
    }

    static LessonText blank(LessonSort sort, String title) {
        return new LessonText(sort, title, "", "", "", "", "", List.of(), List.of());
    }

    /** The lines with citations that hold anything. */
    List<String> citeLines() {
        return lines(cites);
    }

    List<String> questionLines() {
        return lines(questions);
    }

    private static List<String> lines(String text) {
        return text.lines().map(String::strip).filter(line -> !line.isEmpty()).distinct().toList();
    }

    public List<QuestionRef> questionRefs() {
        return QuestionRef.all(questions);
    }

    /** Whom it is for, one by one. */
    public List<String> audiences() {
        return Arrays.stream(audience.split("[、，,;；\\s]+")).filter(word -> !word.isEmpty()).distinct().toList();
    }

    public Map<String, Picture> shownPictures() {
        return pictures.stream().collect(Collectors.toMap(LessonPicture::name, LessonPicture::shown));
    }

    LessonText with(List<LessonPicture> others) {
        return new LessonText(sort, title, summary, body, cites, questions, audience, campaigns, others);
    }
}
