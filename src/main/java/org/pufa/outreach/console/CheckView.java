package org.pufa.outreach.console;

import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.pufa.i18n.Format;
import org.pufa.i18n.Lang;
import org.pufa.i18n.Messages;
import org.pufa.outreach.sheet.JudgedRow;
import org.pufa.outreach.sheet.JudgedSheet;
import org.pufa.staff.Uploads;

/** What a spreadsheet was read as, row by row, before somebody confirms it; whatever its rows are to become. */
public final class CheckView<T> {

    /** What somebody types who was asked about an unusual figure. */
    public static final String SURE = "确认无误";
    private static final List<String> STATES = List.of("refused", "warned", "left", "accepted");

    private final Messages messages;
    private final Lang lang;
    private final Texts texts;
    private final BiFunction<Lang, JudgedRow<T>, Told> told;

    /** @param told how a row is told */
    public CheckView(Messages messages, Lang lang, Texts texts, BiFunction<Lang, JudgedRow<T>, Told> told) {
        this.messages = messages;
        this.lang = lang;
        this.texts = texts;
        this.told = told;
    }

    /**
     * The words and ways of one sort of file.
     *
     * @param prefix of its message keys
     * @param back the page on which they lie
     * @param again where another file is sent
     */
    public record Texts(String prefix, String back, String backHref, String again) {
    }

    /** What a row says. @param meta below its title, or "" */
    public record Told(String title, String meta, String more) {
    }

    /** Model of {@code outreach/console/check}. @param takes whether confirming would add anything */
    public record CheckPage(String title, String back, String backHref, String again, String meta, String path,
            List<String> notes, List<Figure> figures, String third, List<Row> rows, String take, String leave,
            String last, boolean takes, String nothing, String sentence, String button, boolean doubtful, String sure,
            String error) {
    }

    /** How many rows are in a state. */
    public record Figure(String label, String figure, String note) {
    }

    /** One row of the file. */
    public record Row(String number, String place, String title, String meta, String figures, String state, String tone,
            List<String> sentences, boolean mayLeave, boolean leftOut) {
    }

    private String say(String key, Object... args) {
        return messages.get(lang, texts.prefix() + '.' + key, args);
    }

    /** The page. @param error why confirming failed, or "" */
    public CheckPage page(Uploads.Sent file, String path, JudgedSheet<T> judged, String error) {
        int taken = judged.taken().size();
        var ordered = STATES.stream().flatMap(state -> judged.rows().stream()
                .filter(row -> row.state().equals(state))).toList();
        return new CheckPage(say("check"), texts.back(), texts.backHref(), texts.again(),
                messages.get(lang, "outreach.load.meta", file.name(), judged.rows().size()), path,
                judged.notes().stream().map(note -> messages.get(lang, note.key(), note.args())).toList(),
                Stream.of("accepted", "warned", "refused", "left").map(state -> new Figure(say("state." + state),
                        Format.number(judged.count(state)), say("note." + state))).toList(), say("third"),
                ordered.stream().map(this::row).toList(), say("take"), say("leave"), say("step.3"), taken > 0,
                say("nothing"), say("sentence", taken, judged.count("refused"), judged.count("left")),
                say("button", taken), judged.isDoubtful(), SURE, error);
    }

    private Row row(JudgedRow<T> judged) {
        var row = judged.row();
        var is = told.apply(lang, judged);
        return new Row(Integer.toString(row.number()), messages.get(lang, "outreach.load.place", row.sheet(),
                Integer.toString(row.line())), is.title(), is.meta(), is.more(), say("state." + judged.state()),
                tone(judged.state()), judged.findings().stream().map(finding -> messages.get(lang, finding.key(),
                finding.args())).toList(), judged.becomes().isPresent(), judged.leftOut());
    }

    private static String tone(String state) {
        return state.equals("accepted") ? "ok" : state.equals("warned") ? "warn" : state.equals("refused") ? "bad" : "";
    }
}
