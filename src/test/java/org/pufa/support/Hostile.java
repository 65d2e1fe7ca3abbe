package org.pufa.support;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Files that nobody sends with good intent. */
public final class Hostile {

    private static final String TYPES = """
            <?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>""";
    private static final String BOOK = """
            <workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" \
            xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">\
            <sheets><sheet name="a" sheetId="1" r:id="rId1"/></sheets></workbook>""";
    private static final String LINKS = """
            <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" \
            Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" \
            Target="worksheets/sheet1.xml"/></Relationships>""";
    private static final int MEGABYTE = 1 << 20;

    private Hostile() {
    }

    /** What claims to be a picture, or is one that is too much. */
    public static Map<String, byte[]> pictures() {
        var all = new LinkedHashMap<String, byte[]>();
        all.put("大头.png", png(60_000, 60_000, new byte[0]));
        all.put("宽.png", png(Integer.MAX_VALUE, 1, new byte[0]));
        all.put("零.png", png(0, 0, new byte[0]));
        all.put("压缩炸弹.png", png(8, 8, profile(64 * MEGABYTE)));
        all.put("大头.jpg", jpegThatClaims(65_535, 65_535));
        all.put("网页.jpg", text("<!doctype html><script>alert(document.cookie)</script>"));
        all.put("矢量.jpg", text("<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>"));
        all.put("脚本.php.jpg", text("<?php system($_GET['c']); ?>"));
        all.put("动图.gif.jpg", text("GIF89a/*\u0001\u0001*/=1;alert(1)//"));
        all.put("IMG_0001.HEIC", concat(new byte[] {0, 0, 0, 24}, text("ftypheic\0\0\0\0mif1heic"), new byte[400]));
        all.put("程序.jpg", concat(text("MZ\u0090\0\u0003"), new byte[300]));
        all.put("空.jpg", new byte[0]);
        all.put("一字节.jpg", new byte[] {(byte) 0xFF});
        return all;
    }

    /** Office files and archives that unfold, reach out or hide something. */
    public static Map<String, byte[]> archives(String secretFile, int port) {
        var all = new LinkedHashMap<String, byte[]>();
        String file = "<!DOCTYPE x [<!ENTITY e SYSTEM \"file://" + secretFile + "\">]>";
        String web = "<!DOCTYPE x [<!ENTITY e SYSTEM \"http://127.0.0.1:" + port + "/e\">"
                + "<!ENTITY % d SYSTEM \"http://127.0.0.1:" + port + "/d\"> %d;]>";
        all.put("外部实体.xlsx", workbook(file + sheet("&e;")));
        all.put("外部网址.xlsx", workbook(web + sheet("&e;")));
        all.put("亿笑.xlsx", workbook(laughs() + sheet("&i;")));
        all.put("外部实体.docx", document(file + "<w:document xmlns:w=\"w\"><w:body><w:p><w:r><w:t>&e;</w:t></w:r></w:p>"
                + "</w:body></w:document>"));
        all.put("炸弹.xlsx", bomb("xl/worksheets/sheet1.xml", 80));
        all.put("炸弹.docx", bomb("word/document.xml", 80));
        all.put("很多格.xlsx", workbook("<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">"
                + "<sheetData>" + "<row r=\"1048576\"><c r=\"XFD1048576\" t=\"inlineStr\"><is><t>a</t></is></c></row>".repeat(300)
                + "</sheetData></worksheet>"));
        all.put("穿越.xlsx", zip(Map.of("[Content_Types].xml", text(TYPES), "../../../../tmp/pufa-pwned", text("x"),
                "xl/workbook.xml", text(BOOK))));
        all.put("万件.zip", many(20_000));
        all.put("半个.xlsx", Arrays.copyOf(workbook(sheet("a")), 200));
        all.put("旧.xls", concat(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0}, new byte[600]));
        all.put("网页.xlsx", text("<html><table><tr><td>普法内容</td></tr></table></html>"));
        all.put("深.json", text("[".repeat(60_000)));
        all.put("锚.yaml", text(anchors()));
        return all;
    }

    /** Copies with some bytes changed, and some cut off. */
    public static List<byte[]> damaged(byte[] whole, int many, Random random) {
        var all = new ArrayList<byte[]>();
        for (int i = 0; i < many; i++) {
            byte[] one = whole.clone();
            for (int hits = random.nextInt(12); hits >= 0; hits--) {
                one[random.nextInt(one.length)] ^= (byte) (1 << random.nextInt(8));
            }
            all.add(random.nextInt(3) == 0 ? Arrays.copyOf(one, random.nextInt(one.length)) : one);
        }
        return all;
    }

    /** A sound file with another behind it, which some programs run or show. */
    public static byte[] trailing(byte[] sound, String more) {
        return concat(sound, text(more));
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] concat(byte[]... parts) {
        var out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    private static byte[] png(int width, int height, byte[] extra) {
        var head = ByteBuffer.allocate(13).putInt(width).putInt(height).put((byte) 8).put((byte) 2).put(new byte[3]);
        return concat(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10}, chunk("IHDR", head.array()), extra,
                chunk("IDAT", packed(new byte[200])), chunk("IEND", new byte[0]));
    }

    /** A profile and a text of so many bytes, packed to a thousandth. */
    private static byte[] profile(int bytes) {
        byte[] packed = packed(new byte[bytes]);
        return concat(chunk("iCCP", concat(text("p\0\0"), packed)), chunk("zTXt", concat(text("t\0\0"), packed)));
    }

    private static byte[] packed(byte[] plain) {
        var deflater = new Deflater(9);
        deflater.setInput(plain);
        deflater.finish();
        var out = new ByteArrayOutputStream();
        var buffer = new byte[64 * 1024];
        while (!deflater.finished()) {
            out.write(buffer, 0, deflater.deflate(buffer));
        }
        deflater.end();
        return out.toByteArray();
    }

    private static byte[] chunk(String type, byte[] data) {
        var sum = new CRC32();
        sum.update(text(type));
        sum.update(data);
        return concat(ByteBuffer.allocate(4).putInt(data.length).array(), text(type), data,
                ByteBuffer.allocate(4).putInt((int) sum.getValue()).array());
    }

    private static byte[] jpegThatClaims(int width, int height) {
        var head = ByteBuffer.allocate(21).put(new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xC0, 0, 17, 8})
                .putShort((short) height).putShort((short) width).put(new byte[] {3, 1, 17, 0, 2, 17, 1, 3, 17, 1});
        return concat(head.array(), new byte[] {(byte) 0xFF, (byte) 0xDA, 0, 12, 3, 1, 0, 2, 17, 3, 17, 0, 63, 0},
                new byte[100], new byte[] {(byte) 0xFF, (byte) 0xD9});
    }

    private static String sheet(String cell) {
        return "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData><row r=\"1\">"
                + "<c r=\"A1\" t=\"inlineStr\"><is><t>" + cell + "</t></is></c></row></sheetData></worksheet>";
    }

    private static String laughs() {
        var types = new StringBuilder("<!DOCTYPE x [<!ENTITY a \"哈哈哈哈哈哈哈哈哈哈\">");
        for (char name = 'b'; name <= 'i'; name++) {
            types.append("<!ENTITY ").append(name).append(" \"").append(("&" + (char) (name - 1) + ";").repeat(10))
                    .append("\">");
        }
        return types + "]>";
    }

    private static String anchors() {
        var yaml = new StringBuilder("a: &a [x,x,x,x,x,x,x,x,x]\n");
        for (char name = 'b'; name <= 'i'; name++) {
            yaml.append(name).append(": &").append(name).append(" [").append(("*" + (char) (name - 1) + ",").repeat(9))
                    .append("]\n");
        }
        return yaml.toString();
    }

    private static byte[] workbook(String sheet) {
        return zip(Map.of("[Content_Types].xml", text(TYPES), "xl/workbook.xml", text(BOOK),
                "xl/_rels/workbook.xml.rels", text(LINKS), "xl/worksheets/sheet1.xml", text(sheet)));
    }

    private static byte[] document(String document) {
        return zip(Map.of("[Content_Types].xml", text(TYPES), "word/document.xml", text(document)));
    }

    private static byte[] zip(Map<String, byte[]> parts) {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (var part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** So many megabytes of one letter in one part. */
    private static byte[] bomb(String part, int megabytes) {
        var out = new ByteArrayOutputStream();
        var block = new byte[MEGABYTE];
        Arrays.fill(block, (byte) 'a');
        try (var zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
            zip.write(text(TYPES));
            if (part.startsWith("xl/")) {
                zip.putNextEntry(new ZipEntry("xl/workbook.xml"));
                zip.write(text(BOOK));
                zip.putNextEntry(new ZipEntry("xl/_rels/workbook.xml.rels"));
                zip.write(text(LINKS));
            }
            zip.putNextEntry(new ZipEntry(part));
            zip.write(text(part.startsWith("xl/") ? "<worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>"
                    : "<document><body><p><r><t>"));
            for (int i = 0; i < megabytes; i++) {
                zip.write(block);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static byte[] many(int entries) {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (int i = 0; i < entries; i++) {
                zip.putNextEntry(new ZipEntry("word/" + i));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
