package org.pufa.kinds.survey;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pufa.campaign.Answers;
import org.pufa.campaign.Item;
import org.pufa.i18n.Lang;
import org.pufa.web.PlainText;

/**
 * A question that is answered in words of one's own. Never shown in public.
 *
 * @param lines whether the answer may have several lines
 * @param longest in characters
 */
record FreeText(Prompt prompt, boolean lines, int longest) implements Question {

    @Override
    public Item item(String group, Lang lang) {
        return new Item(id(), lines ? "longtext" : "text", group, prompt.ask().in(lang), prompt.hint().in(lang),
                prompt.required(), List.of(), null, longest, "");
    }

    @Override
    public List<String> fields() {
        return List.of(id());
    }

    @Override
    public void fill(Answers given, Filling into) {
        if (given.text(id()).isEmpty()) {
            if (prompt.required()) {
                into.refuse(id(), "kinds.survey.nothing-written");
            }
            return;
        }
        checked(given, id(), longest, lines, into).ifPresent(text -> into.write(id(), text));
    }

    /** The text given for {@code field} as it may be stored; nothing when it was refused or held only spaces. */
    static Optional<String> checked(Answers given, String field, int longest, boolean lines, Filling into) {
        Optional<String> text = PlainText.of(given.text(field).replace('\t', ' '));
        int length = text.map(plain -> plain.codePointCount(0, plain.length())).orElse(0);
        if (given.picks(field).size() > 1) {
            into.refuse(field, "kinds.survey.only-one-text");
        } else if (text.isEmpty()) {
            into.refuse(field, "kinds.survey.control-characters");
        } else if (!lines && text.get().indexOf('\n') >= 0) {
            into.refuse(field, "kinds.survey.only-one-line");
        } else if (length > longest) {
            into.refuse(field, "kinds.survey.too-long", longest, length);
        } else {
            return text.filter(plain -> !plain.isEmpty());
        }
        return Optional.empty();
    }

    @Override
    public List<String> cells(Map<String, Object> answers, Lang lang) {
        return List.of(String.valueOf(answers.getOrDefault(id(), "")));
    }
}
