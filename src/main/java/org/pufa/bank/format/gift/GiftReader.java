package org.pufa.bank.format.gift;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.pufa.bank.QuestionPicture;
import org.pufa.bank.format.Feedback;
import org.pufa.bank.format.HtmlPictures;
import org.pufa.bank.format.RawDraft;
import org.pufa.bank.format.TextBytes;
import org.pufa.bank.intake.QuestionReader;
import org.pufa.bank.intake.RawQuestion;
import org.pufa.bank.intake.Reason;
import org.pufa.bank.intake.SourceFile;
import org.pufa.bank.intake.UnreadableFile;

/** Reads GIFT with all of its grammar; what people would have to type or match is read, and for others to refuse. */
public final class GiftReader implements QuestionReader {

    private static final Pattern ANSWERS = Pattern.compile(
            "(?<!\\\\)\\{(?:\\s*(?:[=~#]|(?:T|F|TRUE|FALSE)\\s*[}#])|\\s*})");
    private static final Pattern IDENTITY = Pattern.compile("\\[id:([^\\]\\[]*)]");
    private static final Pattern TAG = Pattern.compile("\\[tag:\\s*难度\\s*(\\d+)\\s*]");
    private static final String CATEGORY = "$CATEGORY:";
    private static final int LONGEST_TAIL_JUNK = 4;
    private static final String BLANK = "（　）";

    @Override
    public String format() {
        return "gift";
    }

    @Override
    public boolean recognises(SourceFile file) {
        String beginning = TextBytes.beginning(file.content());
        boolean named = file.name().toLowerCase(Locale.ROOT).endsWith(".gift");
        String bare = beginning.strip();
        boolean other = bare.startsWith("<") || bare.startsWith("[") || bare.startsWith("PK");
        return !other && (named || ANSWERS.matcher(beginning).find());
    }

    @Override
    public List<RawQuestion> read(SourceFile file) throws UnreadableFile {
        String topic = "";
        var questions = new ArrayList<RawQuestion>();
        for (GiftBlocks.Block block : GiftBlocks.in(TextBytes.text(file.content()))) {
            if (block.text().strip().startsWith(CATEGORY)) {
                topic = topic(block.text().strip().substring(CATEGORY.length()));
            } else {
                questions.add(question(block, topic));
            }
        }
        return questions;
    }

    /** The last step of a category path, in which a stroke of the name itself is doubled. */
    private static String topic(String path) {
        var steps = path.strip().replace("//", "\0").split("/");
        return steps.length == 0 ? "" : steps[steps.length - 1].replace('\0', '/').strip();
    }

    private static RawQuestion question(GiftBlocks.Block block, String topic) {
        var draft = new RawDraft(block.line()).source(block.source()).topic(topic);
        String text = titled(block.text().strip(), draft);
        block.comments().forEach(comment -> comment(comment, draft));
        int open = GiftText.find(text, '{', 0);
        int close = open < 0 ? -1 : GiftText.find(text, '}', open);
        if (close < 0) {
            draft.stem(shown(open < 0 ? text : text.substring(0, open), draft))
                    .reason(Reason.refusal(open < 0 ? "bank.intake.gift.no-answers" : "bank.intake.gift.not-closed"));
            return draft.raw();
        }
        String explanation = GiftAnswers.read(text.substring(open + 1, close), draft);
        var feedback = Feedback.of(explanation);
        draft.explanation(feedback.explanation()).citation(feedback.citation()).quote(feedback.quote());
        draft.stem(stem(text.substring(0, open), text.substring(close + 1), draft));
        return draft.raw();
    }

    private static void comment(String comment, RawDraft draft) {
        Matcher identity = IDENTITY.matcher(comment);
        Matcher tag = TAG.matcher(comment);
        if (identity.find()) {
            draft.code(GiftText.unescaped(identity.group(1)));
        }
        if (tag.find()) {
            draft.difficulty(tag.group(1));
        }
    }

    /** Takes the ::title:: as the number of the question. */
    private static String titled(String text, RawDraft draft) {
        int end = text.startsWith("::") ? GiftText.find(text, ':', 2) : -1;
        if (end < 0 || !text.startsWith("::", end)) {
            return text;
        }
        draft.code(GiftText.unescaped(text.substring(2, end)));
        return text.substring(end + 2);
    }

    /** A text that goes on after the braces has its blank there. */
    private static String stem(String before, String after, RawDraft draft) {
        String tail = after.strip();
        String begun = shown(before, draft);
        if (tail.isEmpty()) {
            return begun;
        } else if (tail.length() <= LONGEST_TAIL_JUNK && tail.matches("[\"';]+")) {
            draft.reason(Reason.warning("bank.intake.gift.tail", tail));
            return begun;
        }
        return begun.strip() + BLANK + shown(tail, draft);
    }

    private static String shown(String text, RawDraft draft) {
        var shown = GiftText.read(text);
        new HtmlPictures(draft).put(QuestionPicture.STEM, shown.images(), Map.of());
        return shown.text();
    }
}
