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
import org.pufa.i18n.Messages;

/**
 * All templates, compiled once at start. The name of a template is its path below org/pufa without {@code .hbs}, such
 * as {@code kinds/quiz/question}. A template sees the components of records, the entries of maps and nothing else.
 */
public final class Views {

    private static final ValueResolver[] RESOLVERS = {new RecordResolver(), MapValueResolver.INSTANCE};

    private final Map<String, Template> templates = new HashMap<>();

    /**
     * @param strict whether a name that the model does not have is an error instead of an empty text; for tests
     * @throws UncheckedIOException when a template cannot be compiled
     */
    public Views(Messages messages, Assets assets, boolean strict) {
        var sources = sources();
        var handlebars = new Handlebars(new MapTemplateLoader(sources)).with(new ConcurrentMapTemplateCache())
                .with(EscapingStrategy.HTML_ENTITY).parentScopeResolution(false);
        new TemplateHelpers(messages, assets).register(handlebars);
        handlebars.registerHelperMissing((Helper<Object>) (context, options) -> {
            if (strict) {
                throw new IllegalArgumentException("the template asks for " + options.helperName
                        + ", which is missing or null");
            }
            return "";
        });
        sources.keySet().forEach(name -> templates.put(name, compile(handlebars, name)));
    }

    /** The names of all templates. */
    public Set<String> names() {
        return new TreeSet<>(templates.keySet());
    }

    /** @throws IllegalArgumentException when there is no such template, or it asks for what is not there */
    String render(String name, Object model, Map<String, Object> data) {
        Template template = templates.get(name);
        if (template == null) {
            throw new IllegalArgumentException("no template " + name);
        }
        try {
            return template.apply(Context.newBuilder(model).resolver(RESOLVERS).build().data(data)).stripLeading();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot render " + name, e);
        }
    }

    private static Map<String, String> sources() {
        var sources = new HashMap<String, String>();
        ClassPathFiles.under("org/pufa", ".hbs").forEach((file, bytes) -> sources.put(
                file.substring(0, file.length() - ".hbs".length()), new String(bytes, StandardCharsets.UTF_8)));
        return sources;
    }

    private static Template compile(Handlebars handlebars, String name) {
        try {
            return handlebars.compile(name);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot compile the template " + name, e);
        }
    }
}
