package org.pufa.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/** Reads all files below a folder of the class path at once, from directories and from a jar alike. */
public final class ClassPathFiles {

    private ClassPathFiles() {
    }

    /**
     * @param folder such as {@code org/pufa}
     * @param suffix how the wanted files end, "" for all
     * @return paths below the folder, with their bytes
     */
    public static Map<String, byte[]> under(String folder, String suffix) {
        var files = new TreeMap<String, byte[]>();
        try {
            addOwnJar(folder, suffix, files);
            var roots = ClassPathFiles.class.getClassLoader().getResources(folder);
            while (roots.hasMoreElements()) {
                URL root = roots.nextElement();
                if (root.getProtocol().equals("file")) {
                    addDirectory(Path.of(root.toURI()), suffix, files);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + folder + " from the class path", e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
        return files;
    }

    /** A jar need not list its folders, so it is found by this class, not by the folder. */
    private static void addOwnJar(String folder, String suffix, Map<String, byte[]> files) throws IOException {
        URL self = ClassPathFiles.class.getResource("ClassPathFiles.class");
        if (self == null || !self.getProtocol().equals("jar")) {
            return;
        }
        var connection = (JarURLConnection) URI.create(self.toString()).toURL().openConnection();
        connection.setUseCaches(false);
        try (JarFile jar = connection.getJarFile()) {
            for (JarEntry entry : (Iterable<JarEntry>) jar.stream()::iterator) {
                String name = entry.getName();
                if (!entry.isDirectory() && name.startsWith(folder + '/') && name.endsWith(suffix)) {
                    try (InputStream in = jar.getInputStream(entry)) {
                        files.put(name.substring(folder.length() + 1), in.readAllBytes());
                    }
                }
            }
        }
    }

    private static void addDirectory(Path root, String suffix, Map<String, byte[]> files) throws IOException {
        try (var paths = Files.walk(root)) {
            for (Path path : (Iterable<Path>) paths.filter(Files::isRegularFile)::iterator) {
                String name = root.relativize(path).toString().replace('\\', '/');
                if (name.endsWith(suffix)) {
                    files.put(name, Files.readAllBytes(path));
                }
            }
        }
    }
}
