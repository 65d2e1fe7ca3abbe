package org.pufa.settings;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** A colour as style sheets write it, and how well white words can be read on it. */
record Colour(int red, int green, int blue) {

    /** What words of usual size need. */
    static final double READABLE = 4.5;
    /** What 长者版 needs. */
    static final double EASILY_READABLE = 7;

    private static final Pattern FORM = Pattern.compile("#?[0-9a-fA-F]{6}");
    private static final double WHITE = 1.05;

    Colour {
        if ((red | green | blue) >> 8 != 0) {
            throw new IllegalArgumentException("0 to 255 each");
        }
    }

    /** Reads {@code #a52a1c}. */
    static Optional<Colour> parse(String text) {
        if (!FORM.matcher(text).matches()) {
            return Optional.empty();
        }
        int rgb = Integer.parseInt(text.substring(text.length() - 6), 16);
        return Optional.of(new Colour(rgb >> 16, rgb >> 8 & 255, rgb & 255));
    }

    /** Contrast with white by the definition of WCAG, from 1 to 21. */
    double contrastWithWhite() {
        return WHITE / (0.2126 * light(red) + 0.7152 * light(green) + 0.0722 * light(blue) + 0.05);
    }

    private static double light(int part) {
        double share = part / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }

    /** The nearest colour of the same tint on which white can be read that well; itself when it can. */
    Colour darkenedTo(double contrast) {
        Colour darker = this;
        for (int percent = 99; darker.contrastWithWhite() < contrast; percent--) {
            darker = new Colour(red * percent / 100, green * percent / 100, blue * percent / 100);
        }
        return darker;
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "#%02x%02x%02x", red, green, blue);
    }
}
