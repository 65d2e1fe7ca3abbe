package org.pufa.insight.report;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.PackagingURIHelper;
import org.apache.poi.openxml4j.opc.TargetMode;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTRPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STHint;

/** The fonts of official documents, and what stands in for them on machines that have not licensed them. */
enum OfficialFonts {

    TITLE("方正小标宋简体", "宋体", "roman"),
    HEI("黑体", "SimHei", "swiss"),
    KAI("楷体_GB2312", "楷体", "script"),
    FANG("仿宋_GB2312", "仿宋", "modern"),
    SONG("宋体", "SimSun", "roman");

    private static final String PART = "/word/fontTable.xml";
    private static final String TYPE =
            "application/vnd.openxmlformats-officedocument.wordprocessingml.fontTable+xml";
    private static final String RELATION =
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships/fontTable";

    private final String font;
    private final String other;
    private final String family;

    OfficialFonts(String font, String other, String family) {
        this.font = font;
        this.other = other;
        this.family = family;
    }

    /** Writes the table of fonts into the file: POI makes none, and without it nothing tells what to fall back on. */
    static void name(XWPFDocument file) {
        var xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<w:fonts xmlns:w="
                + "\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">");
        for (OfficialFonts one : values()) {
            xml.append("<w:font w:name=\"").append(one.font).append("\"><w:altName w:val=\"").append(one.other)
                    .append("\"/><w:charset w:val=\"86\"/><w:family w:val=\"").append(one.family).append("\"/></w:font>");
        }
        try {
            var name = PackagingURIHelper.createPartName(PART);
            var part = file.getPackage().createPart(name, TYPE);
            try (OutputStream out = part.getOutputStream()) {
                out.write(xml.append("</w:fonts>").toString().getBytes(StandardCharsets.UTF_8));
            }
            file.getPackagePart().addRelationship(name, TargetMode.INTERNAL, RELATION);
        } catch (InvalidFormatException | IOException e) {
            throw new UncheckedIOException(e instanceof IOException io ? io : new IOException(e));
        }
    }

    /** Sets font and size of some words, in black. */
    static void set(CTRPr properties, OfficialFonts font, double points) {
        var fonts = properties.addNewRFonts();
        fonts.setHint(STHint.EAST_ASIA);
        fonts.setEastAsia(font.font);
        fonts.setAscii(font.font);
        fonts.setHAnsi(font.font);
        fonts.setCs(font.font);
        BigDecimal halfPoints = BigDecimal.valueOf(points * 2);
        properties.addNewSz().setVal(halfPoints.toBigInteger());
        properties.addNewSzCs().setVal(halfPoints.toBigInteger());
        if (font == TITLE) {
            properties.addNewB().setVal(Boolean.FALSE);
        }
    }
}
