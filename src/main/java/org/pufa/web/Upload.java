package org.pufa.web;

import io.vertx.core.buffer.Buffer;

/**
 * A file that a form brought.
 *
 * @param fileName the name it had on the sender's machine; shown, never used as a path
 * @param content all its bytes
 */
public record Upload(String fileName, Buffer content) {
}
