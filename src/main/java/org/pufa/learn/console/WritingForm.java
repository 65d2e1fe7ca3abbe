package org.pufa.learn.console;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Collectors;
import org.pufa.learn.LessonPicture;
import org.pufa.learn.LessonSort;
import org.pufa.learn.LessonText;
import org.pufa.learn.markdown.SafeMarkdown;
import org.pufa.web.FormFields;

/** What was typed, as the text it makes of a page; the pictures are those it has, less those that were ticked off. */
record WritingForm(FormFields form, LessonText stored) {

    /** What stands in the form, however long or wrong. */
    LessonText read() {
        String questions = form.text("questions").atMost(LessonText.LONGEST_LINES).get();
        var lines = new LinkedHashSet<>(questions.lines().toList());
        lines.addAll(form.many("pick").get());
        return new LessonText(LessonSort.parse(form.raw("sort")).orElse(stored.sort()),
                form.text("title").atMost(LessonText.LONGEST_TITLE).get(),
                form.text("summary").atMost(LessonText.LONGEST_SUMMARY).get(),
                form.text("body").atMost(SafeMarkdown.LONGEST).get(),
                form.text("cites").atMost(LessonText.LONGEST_LINES).get(),
                lines.stream().filter(line -> !line.isBlank()).collect(Collectors.joining("\n")),
                form.text("audience").atMost(LessonText.LONGEST_AUDIENCE).get(),
                form.many("campaign").atMost(LessonText.MOST_CAMPAIGNS).get().stream().distinct().toList(), pictures());
    }

    private List<LessonPicture> pictures() {
        var dropped = form.many("drop").get();
        var kept = new ArrayList<LessonPicture>();
        for (LessonPicture picture : stored.pictures()) {
            if (!dropped.contains(picture.name())) {
                String field = "alt." + picture.name();
                boolean sent = form.names().contains(field);
                String alt = form.text(field).atMost(LessonPicture.LONGEST_ALT).get();
                kept.add(sent && !alt.isEmpty() ? new LessonPicture(picture.name(), alt, picture.hash(),
                        picture.type(), picture.width(), picture.height()) : picture);
            }
        }
        return kept;
    }
}
