package org.pufa.bank.intake;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Files that are known, and known to be of no use as they are: each with a sentence on how to save them anew. */
final class ForeignFile {

    private static final int HEAD = 256;

    private ForeignFile() {
    }

    /** @throws UnreadableFile when the file is one of them, empty, or too large */
    static void check(SourceFile file, int largest) throws UnreadableFile {
        byte[] content = file.content();
        String name = file.name().toLowerCase(Locale.ROOT);
        if (content.length == 0) {
            throw new UnreadableFile("bank.intake.file.empty");
        } else if (content.length > largest) {
            throw new UnreadableFile("bank.intake.file.large", content.length / 1024 / 1024 + 1, largest / 1024 / 1024);
        } else if (begins(content, 0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1)) {
            throw new UnreadableFile(contains(content, "EncryptedPackage") ? "bank.intake.file.locked"
                    : name.endsWith(".xls") || name.endsWith(".et") ? "bank.intake.file.xls"
                    : "bank.intake.file.doc");
        } else if (begins(content, '%', 'P', 'D', 'F')) {
            throw new UnreadableFile("bank.intake.file.pdf");
        } else if (begins(content, '{', '\\', 'r', 't', 'f')) {
            throw new UnreadableFile("bank.intake.file.doc");
        }
        checkPage(content);
    }

    private static void checkPage(byte[] content) throws UnreadableFile {
        String head = new String(content, 0, Math.min(HEAD, content.length), StandardCharsets.ISO_8859_1)
                .toLowerCase(Locale.ROOT).strip();
        String start = head.startsWith("\u00EF\u00BB\u00BF") ? head.substring(3).strip() : head;
        if (start.startsWith("<!doctype html") || start.startsWith("<html")) {
            throw new UnreadableFile("bank.intake.file.html");
        }
    }

    private static boolean begins(byte[] content, int... magic) {
        for (int i = 0; i < magic.length; i++) {
            if (i >= content.length || (content[i] & 0xFF) != magic[i]) {
                return false;
            }
        }
        return true;
    }

    /** The name of a part, which such files write in two bytes for each letter. */
    private static boolean contains(byte[] content, String part) {
        String wide = new String(content, StandardCharsets.ISO_8859_1);
        return wide.contains(new String(part.getBytes(StandardCharsets.UTF_16LE), StandardCharsets.ISO_8859_1));
    }
}
