package org.pufa.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** The header that gives a download its name, in Chinese too. */
final class ContentDisposition {

    private ContentDisposition() {
    }

    static String attachment(String fileName) {
        String plain = fileName.replaceAll("[^A-Za-z0-9._-]", "_");
        String exact = URLEncoder.encode(fileName, StandardCharsets.UTF_8).replace("+", "%20").replace("*", "%2A");
        return "attachment; filename=\"" + plain + "\"; filename*=UTF-8''" + exact;
    }
}
