package org.pufa.web;

import com.github.jknack.handlebars.io.AbstractTemplateLoader;
import com.github.jknack.handlebars.io.StringTemplateSource;
import com.github.jknack.handlebars.io.TemplateSource;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.Map;
import java.util.stream.Collectors;

/** Gives templates that are already in memory, so that rendering never reads a file. */
final class MapTemplateLoader extends AbstractTemplateLoader {

    private final Map<String, TemplateSource> sources;

    MapTemplateLoader(Map<String, String> texts) {
        sources = texts.entrySet().stream().collect(Collectors.toUnmodifiableMap(Map.Entry::getKey,
                entry -> new StringTemplateSource(entry.getKey(), entry.getValue())));
    }

    @Override
    public TemplateSource sourceAt(String name) throws IOException {
        TemplateSource source = sources.get(name);
        if (source == null) {
            throw new NoTemplate(name);
        }
        return source;
    }

    @Override
    public String resolve(String name) {
        return name;
    }

    /** Thrown for every block that a page leaves empty, so it spares the stack trace. */
    private static final class NoTemplate extends FileNotFoundException {

        NoTemplate(String name) {
            super("no template " + name);
        }

        @Override
        public synchronized Throwable fillInStackTrace() {
            return this;
        }
    }
}
