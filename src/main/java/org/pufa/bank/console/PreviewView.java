package org.pufa.bank.console;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.pufa.bank.Question;
import org.pufa.bank.Question.Option;
import org.pufa.bank.QuestionPicture;
import org.pufa.bank.QuestionType;
import org.pufa.bank.intake.Item;
import org.pufa.bank.preview.Draft;
import org.pufa.bank.preview.PreviewItem;
import org.pufa.bank.preview.Twin;
import org.pufa.i18n.Lang;

/**
 * One item of a file as the preview shows it (template {@code bank/console/_item}): the question as citizens will see
 * it, beside the lines it was read from.
 *
 * @param tag class of its tag: ok, warn, bad or ""
 * @param here query of the page, to come back to it
 * @param form what its form holds
 * @param twin null where it repeats nothing
 */
record PreviewView(String number, String heading, String tag, String label, List<String> reasons, String meta,
        String stem, List<PictureView> pictures, List<QuestionView.OptionView> options, String law, String quote, String explanation,
        boolean leftOut, boolean mayLeave, String action, String here, List<Line> source, TwinView twin, Form form) {

    private static final int MOST_LINES = 60;

    record Line(String number, String text) {
    }

    record TwinView(String label, String href, String stem) {
    }

    /** @param options one text a line */
    record Form(List<BankWords.Choice> types, String stem, String options, String answer, String citation, String quote,
            String explanation, String topic, List<BankWords.Choice> difficulties, List<PictureView.Field> pictures) {
    }

    static PreviewView of(BankWords words, Lang lang, String path, String here, PreviewItem item) {
        var draft = item.draft();
        boolean taken = item.state() != Item.State.REFUSED;
        String folder = path + "/pictures/";
        String state = taken && item.leftOut() ? "left" : PreviewView.state(item);
        return new PreviewView(Integer.toString(item.number()), words.say(lang, "preview.item", item.number()),
                tag(state), words.say(lang, "preview.state." + state), item.reasons().stream()
                        .map(reason -> words.messages().get(lang, reason.key(), reason.args())).toList(),
                meta(words, lang, draft, item.edited()), draft.stem(),
                PictureView.at(QuestionPicture.STEM, draft.pictures(), folder),
                QuestionView.options(draft.options(), draft.answer(), draft.pictures(), folder), draft.citation().toString(), draft.quote(),
                draft.explanation(), item.leftOut(), taken, path + "/items/" + item.number(), here, lines(item),
                item.twin().map(twin -> twin(words, lang, twin)).orElse(null), form(words, lang, draft, new PictureView.Page(item.number(), folder)));
    }

    private static String state(PreviewItem item) {
        return item.state().name().toLowerCase(java.util.Locale.ROOT);
    }

    private static String tag(String state) {
        return switch (state) {
            case "accepted" -> "ok";
            case "warned" -> "warn";
            case "refused" -> "bad";
            default -> "";
        };
    }

    private static String meta(BankWords words, Lang lang, Draft draft, boolean edited) {
        var parts = new ArrayList<String>();
        draft.type().ifPresent(type -> parts.add(words.type(lang, type)));
        if (draft.difficulty() != Question.UNKNOWN) {
            parts.add(words.difficulty(lang, draft.difficulty()));
        }
        if (!draft.topic().isEmpty()) {
            parts.add(draft.topic());
        }
        if (edited) {
            parts.add(words.say(lang, "preview.edited"));
        }
        return String.join(" · ", parts);
    }

    private static List<Line> lines(PreviewItem item) {
        var lines = new ArrayList<Line>();
        item.source().lines().limit(MOST_LINES).forEach(text ->
                lines.add(new Line(Integer.toString(item.line() + lines.size()), text)));
        return lines;
    }

    private static TwinView twin(BankWords words, Lang lang, Twin twin) {
        return twin.bank().isEmpty() ? new TwinView(words.say(lang, "preview.twin.item", twin.question()), "",
                twin.stem()) : new TwinView(words.say(lang, "preview.twin.bank", twin.question()),
                BankPages.PATH + '/' + twin.bank() + "/questions/" + twin.question(), twin.stem());
    }

    private static Form form(BankWords words, Lang lang, Draft draft, PictureView.Page page) {
        boolean judge = draft.type().filter(QuestionType.JUDGE::equals).isPresent();
        String citation = draft.citation().isNone() ? draft.written().citation() : draft.citation().toString();
        return new Form(words.types(lang, draft.type().map(QuestionType::code).orElse("")), draft.stem(),
                judge ? "" : draft.options().stream().map(Option::text).map(text -> text.replace('\n', ' '))
                        .collect(Collectors.joining("\n")),
                draft.answer().isEmpty() ? draft.written().answer() : String.join("", draft.answer()), citation,
                draft.quote(), draft.explanation(), draft.topic(),
                words.difficulties(lang, Integer.toString(draft.difficulty())),
                PictureView.fields(words, lang, draft.pictures(), draft.type().orElse(QuestionType.SINGLE),
                        draft.options(), page));
    }
}
