package org.pufa.bench;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** The bytes of a request, in full or around the one part that differs from request to request. */
final class Message {

    private static final String PHONE = """
            User-Agent: Mozilla/5.0 (Linux; Android 12) AppleWebKit/537.36 Chrome/122.0 Mobile Safari/537.36\r
            Accept-Language: zh-CN,zh;q=0.9\r
            """;

    private Message() {
    }

    /** What a phone sends that has been here before and comes again by the code of a channel. */
    static byte[] page(String path, String cookies) {
        return latin("GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\n" + PHONE
                + "Accept: text/html,application/xhtml+xml\r\nAccept-Encoding: gzip, deflate\r\n"
                + (cookies.isEmpty() ? "" : "Cookie: " + cookies + "\r\n") + "\r\n");
    }

    static byte[] get(String path) {
        return latin("GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: application/json\r\n\r\n");
    }

    static byte[] post(String path, String json) {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        return joined(head(path, body.length), body);
    }

    /** A POST up to the place where {@code hole} bytes are missing, which {@code after} then follows. */
    static byte[] postBefore(String path, String before, int hole, String after) {
        byte[] start = before.getBytes(StandardCharsets.UTF_8);
        int length = start.length + hole + after.getBytes(StandardCharsets.UTF_8).length;
        return joined(head(path, length), start);
    }

    private static byte[] head(String path, int length) {
        return latin("POST " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\n" + PHONE
                + "Accept: application/json\r\nContent-Type: application/json\r\nContent-Length: " + length
                + "\r\n\r\n");
    }

    private static byte[] joined(byte[] one, byte[] other) {
        var both = new ByteArrayOutputStream(one.length + other.length);
        both.writeBytes(one);
        both.writeBytes(other);
        return both.toByteArray();
    }

    private static byte[] latin(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
