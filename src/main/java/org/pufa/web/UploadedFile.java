package org.pufa.web;

import java.nio.file.Path;

/**
 * A file that a form brought, not yet read into memory. It is gone once the request is answered.
 *
 * @param fileName the name it had on the sender's machine; shown, never used as a path
 * @param path where it lies
 */
public record UploadedFile(String fileName, long bytes, Path path) {
}
