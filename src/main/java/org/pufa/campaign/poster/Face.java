package org.pufa.campaign.poster;

import java.awt.geom.GeneralPath;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.apache.fontbox.cff.CFFCIDFont;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.OTFParser;
import org.apache.fontbox.ttf.OpenTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/** One of the fonts that come with the platform. Only one thread may use it at a time. */
final class Face {

    private final OpenTypeFont font;
    private final CFFCIDFont outlines;
    private final CmapLookup characters;
    private final double unit;

    private Face(OpenTypeFont font) throws IOException {
        this.font = font;
        this.outlines = (CFFCIDFont) font.getCFF().getFont();
        this.characters = font.getUnicodeCmapLookup();
        this.unit = font.getUnitsPerEm();
    }

    /** A letter. @param outline with y upwards, in units of the letter size. @param advance to the next letter */
    record Glyph(GeneralPath outline, double advance) {
    }

    static Face read(String name) {
        try (InputStream in = Face.class.getResourceAsStream("font/" + name + ".otf")) {
            return new Face(new OTFParser().parse(new RandomAccessReadBuffer(in)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The letter of a character, unless the font has none. */
    Optional<Glyph> glyph(int character) {
        int number = characters.getGlyphId(character);
        if (number == 0) {
            return Optional.empty();
        }
        try {
            int cid = outlines.getCharset().getCIDForGID(number);
            var outline = new GeneralPath(outlines.getType2CharString(cid).getPath());
            outline.transform(java.awt.geom.AffineTransform.getScaleInstance(1 / unit, 1 / unit));
            return Optional.of(new Glyph(outline, font.getAdvanceWidth(number) / unit));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
