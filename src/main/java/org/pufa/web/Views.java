package org.pufa.web;

import com.github.jknack.handlebars.Context;
import com.github.jknack.handlebars.EscapingStrategy;
import com.github.jknack.handlebars.Handlebars;
import com.github.jknack.handlebars.Helper;
import com.github.jknack.handlebars.Template;
import com.github.jknack.handlebars.ValueResolver;
import com.github.jknack.handlebars.cache.ConcurrentMapTemplateCache;
import com.github.jknack.handlebars.context.MapValueResolver;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.pufa.i18n.Messages;

/**
 * All templates, each compiled when it is first needed or by {@link #compileAll}. The name of a template is its path below org/pufa without {@code .hbs}, such
 * as {@code kinds/quiz/question}. A template sees the components of records, the entries of maps and nothing else.
 */
public final class Views {

    private static final ValueResolver[] RESOLVERS = {new RecordResolver(), MapValueResolver.INSTANCE};

    private final Map<String, String> sources = sources();
    private final Map<String, Template> templates = new ConcurrentHashMap<>();
    private final Handlebars handlebars;

    /**
     * @param strict whether a name that the model does not have is an error instead of an empty text; for tests
     */
    public Views(Messages messages, Assets assets, boolean strict) {
        handlebars = new Handlebars(new MapTemplateLoader(sources)).with(new ConcurrentMapTemplateCache())
                .with(EscapingStrategy.HTML_ENTITY).parentScopeResolution(false);
        new TemplateHelpers(messages, assets).register(handlebars);
        handlebars.registerHelperMissing((Helper<Object>) (context, options) -> {
            if (strict) {
                throw new IllegalArgumentException("the template asks for " + options.helperName
                        + ", which is missing or null");
            }
            return "";
        });
    }

    /**
     * Compiles what is not compiled yet. It takes seconds on a machine that has just started, so a server does it
     * beside its first requests; a template that is wrong is found by the tests.
     *
     * @throws UncheckedIOException when a template cannot be compiled
     */
    public Views compileAll() {
        sources.keySet().forEach(this::template);
        return this;
    }

    /** The names of all templates. */
    public Set<String> names() {
        return new TreeSet<>(sources.keySet());
    }

    /** @throws IllegalArgumentException when there is no such template, or it asks for what is not there */
    String render(String name, Object model, Map<String, Object> data) {
        try {
            return template(name).apply(Context.newBuilder(model).resolver(RESOLVERS).build().data(data)).stripLeading();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot render " + name, e);
        }
    }

    private Template template(String name) {
        Template known = templates.get(name);
        if (known != null) {
            return known;
        }
        if (!sources.containsKey(name)) {
            throw new IllegalArgumentException("no template " + name);
        }
        try {
            Template compiled = handlebars.compile(name);
            templates.put(name, compiled);
            return compiled;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot compile the template " + name, e);
        }
    }

    private static Map<String, String> sources() {
        var sources = new HashMap<String, String>();
        ClassPathFiles.under("org/pufa", ".hbs").forEach((file, bytes) -> sources.put(
                file.substring(0, file.length() - ".hbs".length()), new String(bytes, StandardCharsets.UTF_8)));
        return sources;
    }
}
