package org.pufa.bank.console;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** What the first lines of a bank file say of its bank, to fill in the form; "" where they say nothing. */
record BankHead(String code, String title, String law, String version) {

    private static final int PROBE = 2000;

    /** @param content of the file, or its first part */
    static BankHead of(byte[] content) {
        String head = new String(content, 0, Math.min(PROBE, content.length), StandardCharsets.UTF_8);
        return new BankHead(field(head, "bank"), field(head, "title"), field(head, "law"), field(head, "version"));
    }

    private static String field(String head, String name) {
        var line = Pattern.compile("(?m)^\"?" + name + "\"?: *[\"']?([^\"'\\n\\r]{1,60})").matcher(head);
        return line.find() ? line.group(1).strip() : "";
    }
}
