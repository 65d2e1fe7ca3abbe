package org.pufa.web;

import com.github.jknack.handlebars.EscapingStrategy;
import com.github.jknack.handlebars.Handlebars;
import com.github.jknack.handlebars.Helper;
import com.github.jknack.handlebars.Options;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.pufa.i18n.Format;
import org.pufa.i18n.Lang;
import org.pufa.i18n.LocalText;
import org.pufa.i18n.Messages;

/** The helpers of the templates: {@code t text keep markup asset num date csrf wrong invalid}. They hold no rules. */
final class TemplateHelpers {

    private final Messages messages;
    private final Assets assets;

    TemplateHelpers(Messages messages, Assets assets) {
        this.messages = messages;
        this.assets = assets;
    }

    void register(Handlebars handlebars) {
        handlebars.registerHelper("t", (Helper<String>) this::sentence);
        handlebars.registerHelper("text", (Helper<LocalText>) TemplateHelpers::text);
        handlebars.registerHelper("keep", (Helper<Object>) TemplateHelpers::keep);
        handlebars.registerHelper("markup", (Helper<Markup>) TemplateHelpers::markup);
        handlebars.registerHelper("asset", (Helper<String>) (name, options) -> assets.url(name));
        handlebars.registerHelper("num", (Helper<Number>) (number, options) -> number(number));
        handlebars.registerHelper("date", (Helper<Object>) TemplateHelpers::date);
        handlebars.registerHelper("wrong", (Helper<Object>) TemplateHelpers::wrong);
        handlebars.registerHelper("invalid", (Helper<Object>) TemplateHelpers::invalid);
        handlebars.registerHelper("csrf", (Helper<Object>) (context, options) -> csrf(options));
    }

    private CharSequence sentence(String key, Options options) {
        if (key == null) {
            throw new IllegalArgumentException("{{t}} needs a message key");
        }
        return messages.get(lang(options), key, Arrays.asList(options.params));
    }

    private static CharSequence text(LocalText text, Options options) {
        if (text == null) {
            throw new IllegalArgumentException("{{text}} needs a text in two languages");
        }
        return inLanguage(text, lang(options), escaped(text.in(lang(options))));
    }

    /** A title cut into phrases, between which a line may end; the heading has the class {@code keep}. */
    private static CharSequence keep(Object title, Options options) {
        if (title instanceof LocalText text) {
            return inLanguage(text, lang(options), Phrases.html(text.in(lang(options))));
        }
        return new Handlebars.SafeString(Phrases.html(String.valueOf(title)));
    }

    /** The one way for HTML that a template did not write itself. */
    private static CharSequence markup(Markup made, Options options) {
        if (made == null) {
            throw new IllegalArgumentException("{{markup}} needs HTML that is known to be safe");
        }
        return new Handlebars.SafeString(made.html());
    }

    /** Chinese that stands in for missing English says so, for screen readers and fonts. */
    private static CharSequence inLanguage(LocalText text, Lang lang, String html) {
        boolean foreign = lang == Lang.EN && !text.has(Lang.EN) && !html.isEmpty();
        return new Handlebars.SafeString(foreign ? "<span lang=\"zh-CN\">" + html + "</span>" : html);
    }

    private static CharSequence number(Number number) {
        if (number == null) {
            throw new IllegalArgumentException("{{num}} needs a number");
        }
        return number instanceof Double || number instanceof Float
                ? Format.decimal(number.doubleValue(), 1) : Format.number(number.longValue());
    }

    /** {@code {{date at}}}: day and time; {@code {{date at "day"}}}: the day; {@code {{date at "end"}}}: an end. */
    private static CharSequence date(Object date, Options options) {
        if (date instanceof LocalDate day) {
            return Format.day(lang(options), day);
        } else if (date instanceof Instant time) {
            return switch (options.param(0, "moment")) {
                case "day" -> Format.day(lang(options), time);
                case "end" -> Format.end(lang(options), time);
                case "moment" -> Format.moment(lang(options), time);
                default -> throw new IllegalArgumentException("{{date}} knows day, end and moment");
            };
        }
        throw new IllegalArgumentException("{{date}} needs a day or a time");
    }

    /** {@code {{wrong errors "name"}}}: what is wrong with that field, to stand beside it; nothing when it is right. */
    private static CharSequence wrong(Object faults, Options options) {
        String field = options.param(0);
        String sentences = sentences(faults, field);
        return new Handlebars.SafeString(sentences.isEmpty() ? "" : "<p class=\"wrong\" id=\"" + escaped(field)
                + "-wrong\">" + escaped(sentences) + "</p>");
    }

    /**
     * {@code {{invalid errors "name" "name-hint"}}}: the attributes of that field's control that lead screen readers to
     * its hint, which may be left out, and to what is wrong.
     */
    private static CharSequence invalid(Object faults, Options options) {
        String field = options.param(0);
        String hint = options.param(1, "");
        boolean right = sentences(faults, field).isEmpty();
        String described = (hint + (right ? "" : " " + field + "-wrong")).strip();
        return new Handlebars.SafeString((right ? "" : " aria-invalid=\"true\"")
                + (described.isEmpty() ? "" : " aria-describedby=\"" + escaped(described) + "\""));
    }

    private static String sentences(Object faults, String field) {
        return !(faults instanceof Iterable<?> all) ? "" : StreamSupport.stream(all.spliterator(), false)
                .map(FieldFault.class::cast).filter(fault -> fault.field().equals(field)).map(FieldFault::sentence)
                .collect(Collectors.joining(" "));
    }

    private static CharSequence csrf(Options options) {
        Supplier<String> token = options.data(Shell.CSRF);
        return new Handlebars.SafeString("<input type=\"hidden\" name=\"" + Csrf.FIELD + "\" value=\""
                + escaped(token.get()) + "\">");
    }

    private static Lang lang(Options options) {
        return options.data(Shell.LANG);
    }

    private static String escaped(String text) {
        return EscapingStrategy.HTML_ENTITY.escape(text).toString();
    }
}
