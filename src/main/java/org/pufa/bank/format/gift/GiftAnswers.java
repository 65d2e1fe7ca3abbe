package org.pufa.bank.format.gift;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.pufa.bank.format.HtmlPictures;
import org.pufa.bank.format.HtmlText;
import org.pufa.bank.format.RawDraft;
import org.pufa.bank.intake.RawPicture;
import org.pufa.bank.intake.Reason;

/** What stands between the braces. */
final class GiftAnswers {

    private static final Pattern WEIGHT = Pattern.compile("\\s*%(-?\\d{1,3}(?:\\.\\d{1,9})?)%(.*)", Pattern.DOTALL);

    /**
     * One answer.
     *
     * @param right whether it begins with =
     * @param weight in percent, where one is given
     */
    private record Answer(boolean right, Optional<Double> weight, HtmlText.Shown shown, HtmlText.Shown feedback) {

        String text() {
            return shown.text();
        }

        boolean counts() {
            return weight.map(percent -> percent > 0).orElse(right);
        }
    }

    private final String inner;
    private final RawDraft draft;

    private GiftAnswers(String inner, RawDraft draft) {
        this.inner = inner;
        this.draft = draft;
    }

    /** Reads the answers into the draft; gives the explanation that stands among them. */
    static String read(String braces, RawDraft draft) {
        int general = general(braces);
        String inner = general < 0 ? braces : braces.substring(0, general);
        String own = new GiftAnswers(inner.strip(), draft).explanation();
        return general < 0 ? own : explained(GiftText.read(braces.substring(general + 4).strip()), draft);
    }

    private static String explained(HtmlText.Shown shown, RawDraft draft) {
        new HtmlPictures(draft).put(RawPicture.ASIDE, shown.images(), Map.of());
        return shown.text();
    }

    /** Four unescaped # begin the explanation of the question as a whole. */
    private static int general(String text) {
        for (int at = GiftText.find(text, '#', 0); at >= 0; at = GiftText.find(text, '#', at + 1)) {
            if (text.startsWith("####", at)) {
                return at;
            }
        }
        return -1;
    }

    private String explanation() {
        if (inner.isEmpty()) {
            draft.type("essay");
            return "";
        } else if (inner.startsWith("#")) {
            draft.type("numerical").answer(inner.substring(1));
            return "";
        }
        boolean wrongOnes = GiftText.find(inner, '~', 0) >= 0;
        if (!wrongOnes && GiftText.find(inner, '=', 0) < 0) {
            return judgement();
        }
        var answers = answers();
        if (!wrongOnes) {
            return open(answers);
        }
        return choice(answers);
    }

    /** T or F, then what to say when the answer was wrong, then when it was right. */
    private String judgement() {
        var parts = new ArrayList<String>();
        int from = 0;
        for (int at = GiftText.find(inner, '#', 0); at >= 0; at = GiftText.find(inner, '#', from)) {
            parts.add(inner.substring(from, at));
            from = at + 1;
        }
        parts.add(inner.substring(from));
        switch (parts.get(0).strip().toUpperCase(Locale.ROOT)) {
            case "T", "TRUE" -> draft.type("judge").answer("对");
            case "F", "FALSE" -> draft.type("judge").answer("错");
            default -> draft.reason(Reason.refusal("bank.intake.gift.answers", shown(inner)));
        }
        return parts.stream().skip(1).map(String::strip).filter(part -> !part.isEmpty()).reduce((wrong, right) -> right)
                .map(GiftText::plain).orElse("");
    }

    private static String shown(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "…";
    }

    private List<Answer> answers() {
        var answers = new ArrayList<Answer>();
        int from = start(0);
        while (from >= 0) {
            int next = start(from + 1);
            answers.add(answer(inner.substring(from, next < 0 ? inner.length() : next)));
            from = next;
        }
        return answers;
    }

    private int start(int from) {
        int right = GiftText.find(inner, '=', from);
        int wrong = GiftText.find(inner, '~', from);
        return right < 0 ? wrong : wrong < 0 ? right : Math.min(right, wrong);
    }

    private static Answer answer(String written) {
        int hash = GiftText.find(written, '#', 1);
        String text = hash < 0 ? written.substring(1) : written.substring(1, hash);
        var feedback = GiftText.read(hash < 0 ? "" : written.substring(hash + 1).strip());
        Matcher weight = WEIGHT.matcher(text);
        boolean weighted = weight.matches();
        return new Answer(written.charAt(0) == '=',
                weighted ? Optional.of(Double.valueOf(weight.group(1))) : Optional.empty(),
                GiftText.read((weighted ? weight.group(2) : text).strip()), feedback);
    }

    /** Answers that people type, or pairs that they match: nothing to choose from. */
    private String open(List<Answer> answers) {
        boolean pairs = answers.size() > 1 && answers.stream().allMatch(answer -> answer.text().contains("->"));
        draft.type(pairs ? "matching" : "shortanswer")
                .answer(String.join("\n", answers.stream().map(Answer::text).toList()));
        return "";
    }

    private String choice(List<Answer> answers) {
        boolean several = answers.stream().noneMatch(Answer::right);
        var letters = new StringBuilder();
        for (Answer answer : answers) {
            boolean right = several ? answer.counts() : answer.right && answer.weight.orElse(100.0) >= 100;
            letters.append(right ? RawDraft.letter(draft.size()) : "");
            new HtmlPictures(draft).put(RawDraft.letter(draft.size()), answer.shown.images(), Map.of());
            new HtmlPictures(draft).put(RawPicture.ASIDE, answer.feedback.images(), Map.of());
            draft.option(answer.text());
        }
        draft.type(several ? "multiple" : letters.length() > 1 ? "" : "single").answer(letters.toString());
        noteWeights(answers, several, letters.length());
        if (answers.stream().filter(answer -> !(several ? answer.counts() : answer.right))
                .anyMatch(answer -> !answer.feedback.text().isEmpty())) {
            draft.reason(Reason.warning("bank.intake.feedback.dropped"));
        }
        return feedback(answers, several);
    }

    /** Part of the points for part of the answer is something that the platform does not have. */
    private void noteWeights(List<Answer> answers, boolean several, int right) {
        if (!several && right > 1) {
            draft.reason(Reason.warning("bank.intake.gift.several-right"));
        } else if (!several && answers.stream().anyMatch(answer -> !answer.right && answer.counts())) {
            draft.reason(Reason.warning("bank.intake.points.partial"));
        }
    }

    private String feedback(List<Answer> answers, boolean several) {
        var right = answers.stream().filter(answer -> several ? answer.counts() : answer.right).map(answer -> answer.feedback.text())
                .filter(text -> !text.isEmpty()).distinct().toList();
        return String.join("\n", right);
    }
}
