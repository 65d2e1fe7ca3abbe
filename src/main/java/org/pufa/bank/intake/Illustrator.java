package org.pufa.bank.intake;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pufa.bank.Album;
import org.pufa.bank.Picture;
import org.pufa.bank.QuestionPicture;
import org.pufa.bank.picture.Painter;

/** Gives the items of one file their pictures; one that cannot be kept has its item refused, with the reason. */
final class Illustrator {

    private final Painter painter;
    private final Map<String, Picture> kept = new LinkedHashMap<>();

    /** @param fileSize in bytes */
    Illustrator(long fileSize) {
        painter = new Painter(fileSize);
    }

    /** Every picture that an item has by now. */
    Album album() {
        return Album.of(kept.values());
    }

    /** The item with its pictures, or with the reasons why it has none. */
    Item illustrated(Item item) {
        if (item.raw().pictures().isEmpty()) {
            return item;
        }
        var reasons = new ArrayList<>(item.reasons());
        var pictures = new ArrayList<QuestionPicture>();
        int number = 0;
        for (RawPicture raw : item.raw().pictures()) {
            number++;
            if (raw.place().equals(RawPicture.ASIDE)) {
                reasons.add(Reason.warning("bank.intake.picture.aside", number));
            } else {
                painted(raw, number, reasons).ifPresent(pictures::add);
            }
        }
        return PictureCheck.illustrated(item.with(List.of(), reasons), pictures);
    }

    private Optional<QuestionPicture> painted(RawPicture raw, int number, List<Reason> reasons) {
        var result = painter.paint(raw.content());
        if (result instanceof Painter.Refused refused) {
            var args = new ArrayList<Object>(List.of(number));
            args.addAll(refused.args());
            reasons.add(new Reason(Reason.Level.REFUSAL, refused.key(), args));
            return Optional.empty();
        }
        var painted = (Painter.Painted) result;
        if (painted.first()) {
            reasons.add(Reason.warning("bank.intake.picture.first", number));
        }
        kept.put(painted.picture().hash(), painted.picture());
        return Optional.of(QuestionPicture.of(raw.place(), told(raw, number, reasons), painted.picture()));
    }

    /** What the file says of the picture. */
    private static String told(RawPicture raw, int number, List<Reason> reasons) {
        String alt = CleanText.of(CleanText.of(raw.alt()).replace('\n', ' '));
        int length = alt.codePointCount(0, alt.length());
        if (alt.isEmpty()) {
            return QuestionPicture.UNTOLD;
        } else if (length > QuestionPicture.LONGEST_ALT) {
            reasons.add(Reason.warning("bank.intake.picture.alt-cut", number, length, QuestionPicture.LONGEST_ALT));
            return alt.substring(0, alt.offsetByCodePoints(0, QuestionPicture.LONGEST_ALT));
        }
        return alt;
    }
}
