package org.pufa.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** The header that gives a download its name, in Chinese too. */
final class ContentDisposition {

    private ContentDisposition() {
    }

    static String attachment(String fileName) {
        return "attachment; " + name(fileName);
    }

    /** For a file that is shown, and saved under that name only when somebody wants it. */
    static String inline(String fileName) {
        return "inline; " + name(fileName);
    }

    private static String name(String fileName) {
        String plain = fileName.replaceAll("[^A-Za-z0-9._-]", "_");
        String exact = URLEncoder.encode(fileName, StandardCharsets.UTF_8).replace("+", "%20").replace("*", "%2A");
        return "filename=\"" + plain + "\"; filename*=UTF-8''" + exact;
    }
}
