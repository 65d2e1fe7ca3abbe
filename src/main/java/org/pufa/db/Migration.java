package org.pufa.db;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * One step of the schema as it is packaged or as a database remembers it: number and check sum of the file.
 * The check sum is reckoned as Flyway does, over the lines without their ends.
 */
record Migration(int number, int checksum) {

    private static final Pattern NAME = Pattern.compile("V(\\d+)__\\w+\\.sql");

    /** Those packaged under a place of the classpath, by number; the same number twice stays twice. */
    static List<Migration> packagedIn(String location) throws IOException {
        var migrations = new ArrayList<Migration>();
        for (var directory : Collections.list(Migration.class.getClassLoader().getResources(location))) {
            for (var name : names(directory)) {
                var parts = NAME.matcher(name);
                if (!parts.matches()) {
                    throw new IllegalStateException(location + "/" + name + " is not named like V001__its_effect.sql");
                }
                migrations.add(new Migration(Integer.parseInt(parts.group(1)), checksum(location + "/" + name)));
            }
        }
        if (migrations.isEmpty()) {
            throw new IllegalStateException("no schema is packaged under " + location);
        }
        migrations.sort(Comparator.comparingInt(Migration::number));
        return List.copyOf(migrations);
    }

    private static List<String> names(URL directory) throws IOException {
        if (directory.openConnection() instanceof JarURLConnection jar) {
            var prefix = jar.getEntryName().replaceFirst("/?$", "/");
            return jar.getJarFile().stream().map(entry -> entry.getName())
                    .filter(name -> name.startsWith(prefix) && !name.endsWith("/"))
                    .map(name -> name.substring(prefix.length())).toList();
        }
        try (var files = Files.list(Path.of(URI.create(directory.toString())))) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    private static int checksum(String resource) {
        var sum = new CRC32();
        try (var file = Migration.class.getClassLoader().getResourceAsStream(resource)) {
            new String(file.readAllBytes(), StandardCharsets.UTF_8).replaceFirst("^\uFEFF", "").lines()
                    .forEach(line -> sum.update(line.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return (int) sum.getValue();
    }
}
