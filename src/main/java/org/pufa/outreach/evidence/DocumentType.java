package org.pufa.outreach.evidence;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.pufa.bank.format.OfficeParts;

/** Which documents can be kept, told by what they hold. They are kept as they are and never opened here. */
enum DocumentType {

    PDF("pdf", "application/pdf"),
    DOCX("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    XLSX("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private static final byte[] OLD_OFFICE = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};

    private final String extension;
    private final String type;

    DocumentType(String extension, String type) {
        this.extension = extension;
        this.type = type;
    }

    String type() {
        return type;
    }

    /** The name, made to end as files of this type do, whatever the file called itself. */
    String named(String name) {
        return name.toLowerCase(Locale.ROOT).endsWith('.' + extension) ? name : name + '.' + extension;
    }

    /** @throws UnusableDocument for anything else */
    static DocumentType of(byte[] content) throws UnusableDocument {
        if (begins(content, "%PDF-".getBytes(StandardCharsets.US_ASCII))) {
            return PDF;
        } else if (begins(content, OLD_OFFICE)) {
            throw new UnusableDocument("outreach.evidence.old-office");
        } else if (begins(content, new byte[] {'P', 'K', 3, 4})) {
            return office(content);
        }
        throw new UnusableDocument("outreach.evidence.unknown");
    }

    private static DocumentType office(byte[] content) throws UnusableDocument {
        try (var parts = new OfficeParts(content)) {
            if (parts.holdsMacros()) {
                throw new UnusableDocument("outreach.evidence.macros");
            } else if (parts.part("[Content_Types].xml").isEmpty()) {
                throw new UnusableDocument("outreach.evidence.archive");
            } else if (parts.part("word/document.xml").isPresent()) {
                return DOCX;
            } else if (parts.part("xl/workbook.xml").isPresent()) {
                return XLSX;
            }
            throw new UnusableDocument("outreach.evidence.archive");
        } catch (IOException e) {
            throw new UnusableDocument("outreach.evidence.broken");
        }
    }

    private static boolean begins(byte[] content, byte[] magic) {
        for (int i = 0; i < magic.length; i++) {
            if (i >= content.length || content[i] != magic[i]) {
                return false;
            }
        }
        return true;
    }

    /** Bytes that are no document we keep. */
    static final class UnusableDocument extends Exception {

        private static final long serialVersionUID = 1L;

        UnusableDocument(String key) {
            super(key, null, false, false);
        }

        String key() {
            return getMessage();
        }
    }
}
