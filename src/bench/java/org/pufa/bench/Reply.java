package org.pufa.bench;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The reply that is arriving on one connection: as little of HTTP/1.1 as is needed to see where it ends. */
final class Reply {

    private static final byte[] LENGTH = "\r\ncontent-length:".getBytes(StandardCharsets.US_ASCII);
    private static final int STATUS_AT = "HTTP/1.1 ".length();
    private static final int LARGEST = 4 << 20;

    private ByteBuffer bytes = ByteBuffer.allocate(16 * 1024);
    private int bodyAt;
    private int end;

    /** Where to read into; never full. */
    ByteBuffer room() {
        if (!bytes.hasRemaining()) {
            if (bytes.capacity() >= LARGEST) {
                throw new IllegalStateException("a reply of more than " + LARGEST + " bytes");
            }
            bytes = ByteBuffer.allocate(bytes.capacity() * 2).put(bytes.flip());
        }
        return bytes;
    }

    /** Whether all of it has been read. @throws IllegalStateException when it does not tell its length */
    boolean isComplete() {
        if (bodyAt == 0) {
            findBody();
        }
        return bodyAt > 0 && bytes.position() >= end;
    }

    private void findBody() {
        byte[] array = bytes.array();
        for (int i = 0; i + 3 < bytes.position(); i++) {
            if (array[i] == '\r' && array[i + 2] == '\r' && array[i + 3] == '\n') {
                bodyAt = i + 4;
                end = bodyAt + (status() == 304 || status() == 204 ? 0 : contentLength(array));
                return;
            }
        }
    }

    private int contentLength(byte[] array) {
        for (int i = 0; i + LENGTH.length < bodyAt; i++) {
            if (array[i] == '\r' && matches(array, i)) {
                int length = 0;
                for (int at = i + LENGTH.length; array[at] != '\r'; at++) {
                    length = array[at] == ' ' ? length : length * 10 + array[at] - '0';
                }
                return length;
            }
        }
        throw new IllegalStateException("a reply without a length: " + text(0, bodyAt));
    }

    private static boolean matches(byte[] array, int at) {
        for (int i = 0; i < LENGTH.length; i++) {
            byte here = array[at + i];
            if (here != LENGTH[i] && (here | 0x20) != LENGTH[i]) {
                return false;
            }
        }
        return true;
    }

    int status() {
        byte[] array = bytes.array();
        return (array[STATUS_AT] - '0') * 100 + (array[STATUS_AT + 1] - '0') * 10 + array[STATUS_AT + 2] - '0';
    }

    boolean isGood() {
        return status() / 100 == 2;
    }

    /** Bytes of headers and body together. */
    int size() {
        return end;
    }

    byte[] body() {
        return Arrays.copyOfRange(bytes.array(), bodyAt, end);
    }

    /** The text between {@code before} and the next quotation mark of the body, or null where it is not found. */
    byte[] quotedAfter(byte[] before) {
        byte[] array = bytes.array();
        for (int i = bodyAt; i + before.length < end; i++) {
            if (Arrays.equals(array, i, i + before.length, before, 0, before.length)) {
                int from = i + before.length;
                int to = from;
                while (to < end && array[to] != '"') {
                    to++;
                }
                return Arrays.copyOfRange(array, from, to);
            }
        }
        return null;
    }

    /** The beginning of the reply, to show what was wrong. */
    String excerpt() {
        return text(0, Math.min(STATUS_AT + 3, end)) + " " + text(bodyAt, Math.min(end, bodyAt + 300));
    }

    private String text(int from, int to) {
        return new String(bytes.array(), from, to - from, StandardCharsets.UTF_8);
    }

    void clear() {
        bytes.clear();
        bodyAt = 0;
        end = 0;
    }
}
