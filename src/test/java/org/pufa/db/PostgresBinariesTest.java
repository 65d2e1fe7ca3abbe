package org.pufa.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresBinariesTest {

    private static final int AT_ONCE = 3;

    @Test
    void whoStartsAtTheSameMomentGetsTheWholeOfIt(@TempDir Path folder) throws IOException {
        var threads = Executors.newFixedThreadPool(AT_ONCE);
        try {
            var all = IntStream.range(0, AT_ONCE).mapToObj(one -> CompletableFuture.supplyAsync(() ->
                    unpacked(folder), threads)).toList();

            assertThat(all.stream().map(CompletableFuture::join).distinct()).hasSize(1);
        } finally {
            threads.shutdown();
        }
        try (var files = Files.walk(folder)) {
            assertThat(files.map(Path::toString).filter(name -> name.contains(".partial-"))).isEmpty();
        }
    }

    private static PostgresBinaries unpacked(Path folder) {
        try {
            return PostgresBinaries.unpackedIn(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
