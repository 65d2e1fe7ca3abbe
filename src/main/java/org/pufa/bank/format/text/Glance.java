package org.pufa.bank.format.text;

import java.util.Optional;
import org.pufa.bank.intake.CleanText;

/** What one line shows at its beginning, found once, however often the lines before it look ahead. */
final class Glance {

    /** Stands behind the last line. */
    static final Glance NONE = new Glance("", false);

    private final String text;
    private final boolean piece;
    private final boolean numbered;
    private final char option;
    private final Optional<Marker> marker;
    private final Optional<Heading> heading;
    private Boolean options;

    private Glance(String text, boolean piece) {
        this.text = text;
        this.piece = piece;
        boolean plain = text.isEmpty() || piece;
        numbered = !plain && NumberMark.at(text, 0).filter(NumberMark::sure).isPresent();
        option = plain ? 0 : OptionMark.at(text, 0).map(OptionMark::letter).orElse((char) 0);
        marker = plain ? Optional.empty() : Marker.at(text, 0);
        heading = plain ? Optional.empty() : Heading.of(text);
    }

    static Glance at(Line line, Furniture furniture) {
        String text = CleanText.trim(line.text());
        return text.isEmpty() ? NONE : new Glance(text, furniture.isPiece(text));
    }

    /** Without spaces around it. */
    String text() {
        return text;
    }

    /** A header, a footer or the number of a page. */
    boolean isPiece() {
        return piece;
    }

    boolean isNothing() {
        return text.isEmpty() || piece;
    }

    /** Whether it begins with a number that can be nothing else. */
    boolean isNumbered() {
        return numbered;
    }

    /** Whether it begins with that option. */
    boolean isOption(char letter) {
        return option == letter;
    }

    Optional<Marker> marker() {
        return marker;
    }

    boolean isMarked(Marker.Kind kind) {
        return marker.filter(found -> found.kind() == kind).isPresent();
    }

    boolean isHeading() {
        return heading.isPresent();
    }

    Optional<Heading> heading() {
        return heading;
    }

    /** Whether options stand within it. */
    boolean holdsOptions() {
        if (options == null) {
            options = OptionMark.inside(text).isPresent();
        }
        return options;
    }
}
