package org.pufa.bank.format.print;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.pufa.bank.Album;
import org.pufa.bank.QuestionPicture;

/** The pictures of one Word document, each packed once however often it is shown. */
final class DocxPictures {

    /** The name space of links in a document. */
    static final String LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String DRAWINGS = "http://schemas.openxmlformats.org/drawingml/2006/";
    private static final long UNITS_A_PIXEL = 9525;
    /** Fifteen centimetres, the width of the text on paper; in the units of such documents. */
    private static final long WIDEST = 5_400_000;
    private static final long HIGHEST = 6_000_000;

    private final Album album;
    private final Map<String, QuestionPicture> hashToPicture = new LinkedHashMap<>();
    private int shown;

    DocxPictures(Album album) {
        this.album = album;
    }

    /** The picture as a run of a paragraph. */
    String run(QuestionPicture picture) {
        hashToPicture.putIfAbsent(picture.hash(), picture);
        shown++;
        double shrink = Math.max(1, Math.max(picture.width() * UNITS_A_PIXEL / (double) WIDEST,
                picture.height() * UNITS_A_PIXEL / (double) HIGHEST));
        String size = "cx=\"" + (long) (picture.width() * UNITS_A_PIXEL / shrink) + "\" cy=\""
                + (long) (picture.height() * UNITS_A_PIXEL / shrink) + "\"";
        String alt = DocxWriter.escaped(picture.alt());
        return """
                <w:r><w:drawing><wp:inline xmlns:wp="%1$swordprocessingDrawing" distT="0" distB="0" distL="0" distR="0">\
                <wp:extent %2$s/><wp:docPr id="%3$d" name="题图 %3$d" descr="%4$s"/>\
                <a:graphic xmlns:a="%1$smain"><a:graphicData uri="%1$spicture"><pic:pic xmlns:pic="%1$spicture">\
                <pic:nvPicPr><pic:cNvPr id="%3$d" name="%5$s"/><pic:cNvPicPr/></pic:nvPicPr>\
                <pic:blipFill><a:blip r:embed="%6$s"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>\
                <pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext %2$s/></a:xfrm><a:prstGeom prst="rect"><a:avLst/>\
                </a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"""
                .formatted(DRAWINGS, size, shown, alt, picture.fileName(), id(picture));
    }

    private static String id(QuestionPicture picture) {
        return "p" + picture.hash();
    }

    /** The part that says where the pictures are. */
    String links() {
        return hashToPicture.values().stream().map(picture -> "<Relationship Id=\"" + id(picture) + "\" Type=\"" + LINKS
                + "/image\" Target=\"media/" + picture.fileName() + "\"/>").collect(Collectors.joining("",
                "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">",
                "</Relationships>"));
    }

    /** Adds the pictures themselves. */
    void pack(ZipOutputStream zip) throws IOException {
        for (QuestionPicture picture : hashToPicture.values()) {
            zip.putNextEntry(new ZipEntry("word/media/" + picture.fileName()));
            zip.write(album.get(picture).content());
        }
    }
}
