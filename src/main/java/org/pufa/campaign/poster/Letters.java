package org.pufa.campaign.poster;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.lang.ref.SoftReference;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Draws text as outlines. Only one thread may use it at a time; fonts are read when first needed. */
final class Letters {

    /** How thick the strokes are. */
    enum Weight { REGULAR, BOLD }

    /** What Chinese printers set in place of a letter they do not have. */
    private static final int MISSING = '〓';

    private final Map<Weight, Faces> faces = Map.of(Weight.REGULAR, new Faces("regular"), Weight.BOLD,
            new Faces("bold"));
    private final Kept rare = new Kept("rare");

    /** A font that memory may be freed of. */
    private static final class Kept implements Supplier<Face> {

        private final String name;
        private SoftReference<Face> face = new SoftReference<>(null);

        Kept(String name) {
            this.name = name;
        }

        @Override
        public Face get() {
            Face known = face.get();
            if (known == null) {
                known = Face.read(name);
                face = new SoftReference<>(known);
            }
            return known;
        }
    }

    private static final class Faces {

        private static final int MOST = 2_000;

        private final Kept face;
        private final Map<Integer, Optional<Face.Glyph>> drawn = new HashMap<>();

        Faces(String name) {
            this.face = new Kept(name);
        }

        Optional<Face.Glyph> glyph(int character, Kept rare) {
            if (drawn.size() > MOST) {
                drawn.clear();
            }
            return drawn.computeIfAbsent(character, c -> face.get().glyph(c)
                    .or(() -> isRareHan(c) ? rare.get().glyph(c) : Optional.empty())
                    .or(() -> isPicture(c) ? Optional.empty() : face.get().glyph(MISSING)));
        }

        private static boolean isRareHan(int c) {
            return Character.isIdeographic(c);
        }

        /** Emoji and the invisible signs that join or colour them are left out. */
        private static boolean isPicture(int c) {
            int type = Character.getType(c);
            return type == Character.OTHER_SYMBOL || type == Character.FORMAT || type == Character.NON_SPACING_MARK
                    || type == Character.ENCLOSING_MARK || type == Character.MODIFIER_SYMBOL
                    || type == Character.UNASSIGNED || type == Character.CONTROL || c >= 0x1F000 && c < 0x20000;
        }
    }

    /** How wide a text is, in the unit of {@code size}. @param spacing between letters, as a share of the size */
    double width(String text, Weight weight, double size, double spacing) {
        return text.codePoints().mapToObj(c -> faces.get(weight).glyph(c, rare)).flatMap(Optional::stream)
                .mapToDouble(glyph -> (glyph.advance() + spacing) * size).sum()
                - (text.isEmpty() ? 0 : spacing * size);
    }

    /** The outline of one line, y downwards. @param x where it begins. @param y its base line */
    Shape line(String text, Weight weight, double size, double spacing, double x, double y) {
        var line = new Path2D.Double(Path2D.WIND_NON_ZERO);
        double at = x;
        for (int c : text.codePoints().toArray()) {
            var glyph = faces.get(weight).glyph(c, rare);
            if (glyph.isPresent()) {
                line.append(new AffineTransform(size, 0, 0, -size, at, y)
                        .createTransformedShape(glyph.get().outline()), false);
                at += (glyph.get().advance() + spacing) * size;
            }
        }
        return line;
    }
}
