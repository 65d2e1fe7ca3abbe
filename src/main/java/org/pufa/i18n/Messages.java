package org.pufa.i18n;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;

/**
 * Every sentence of the pages, read once from {@code messages.properties} (Chinese) and {@code messages_en.properties}
 * beside each package. In a sentence, {@code {0}} stands for the first argument; there is no other syntax.
 */
public final class Messages {

    private static final Map<Lang, String> FILES =
            Map.of(Lang.ZH, "messages.properties", Lang.EN, "messages_en.properties");

    private final Map<Lang, Map<String, String>> sentences = new EnumMap<>(Lang.class);

    /**
     * @param packages names below {@code org.pufa}, such as {@code kinds.quiz}; one without bundles adds nothing
     * @throws IllegalStateException when two bundles hold the same key
     */
    public Messages(List<String> packages) {
        for (Lang lang : Lang.values()) {
            var all = new HashMap<String, String>();
            packages.forEach(name -> add(all, "/org/pufa/" + name.replace('.', '/') + '/' + FILES.get(lang)));
            sentences.put(lang, Map.copyOf(all));
        }
    }

    /**
     * The sentence in that language. Whole numbers among the arguments get thousands separators, times and days are
     * written as {@link Format} does, and a {@link LocalText} is taken in the same language.
     *
     * @throws IllegalArgumentException for a key that no bundle of that language has, or an argument that is missing
     */
    public String get(Lang lang, String key, Object... args) {
        String sentence = sentences.get(lang).get(key);
        if (sentence == null) {
            throw new IllegalArgumentException("no message " + key + " in " + lang.tag());
        }
        return sentence.indexOf('{') < 0 ? sentence : fill(lang, key, sentence, args);
    }

    /** The same, with the arguments in a list. */
    public String get(Lang lang, String key, Collection<?> args) {
        return get(lang, key, args.toArray());
    }

    public boolean has(Lang lang, String key) {
        return sentences.get(lang).containsKey(key);
    }

    /** All keys of a language, sorted, for tests that compare the bundles. */
    public Set<String> keys(Lang lang) {
        return new TreeSet<>(sentences.get(lang).keySet());
    }

    private static void add(Map<String, String> all, String file) {
        var bundle = new UniqueProperties(file);
        try (InputStream in = Messages.class.getResourceAsStream(file)) {
            if (in != null) {
                bundle.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
        bundle.forEach((key, sentence) -> {
            if (all.put((String) key, (String) sentence) != null) {
                throw new IllegalStateException("message " + key + " is in two bundles, one of them " + file);
            }
        });
    }

    private static String fill(Lang lang, String key, String sentence, Object[] args) {
        var out = new StringBuilder(sentence.length() + 32);
        int from = 0;
        for (int open = sentence.indexOf('{'); open >= 0; open = sentence.indexOf('{', from)) {
            int close = placeholderEnd(sentence, open);
            if (close < 0) {
                out.append(sentence, from, open + 1);
                from = open + 1;
                continue;
            }
            int number = Integer.parseInt(sentence, open + 1, close, 10);
            if (number >= args.length || args[number] == null) {
                throw new IllegalArgumentException("message " + key + " needs argument " + number);
            }
            out.append(sentence, from, open).append(written(lang, args[number]));
            from = close + 1;
        }
        return out.append(sentence, from, sentence.length()).toString();
    }

    /** Where the brace of a placeholder that opens at {@code open} closes, or −1 when it is only a brace. */
    private static int placeholderEnd(String sentence, int open) {
        int end = open + 1;
        while (end < sentence.length() && Character.isDigit(sentence.charAt(end))) {
            end++;
        }
        boolean digits = end > open + 1 && end < open + 4;
        return digits && end < sentence.length() && sentence.charAt(end) == '}' ? end : -1;
    }

    private static String written(Lang lang, Object arg) {
        if (arg instanceof Long || arg instanceof Integer || arg instanceof Short || arg instanceof Byte) {
            return Format.number(((Number) arg).longValue());
        } else if (arg instanceof LocalText text) {
            return text.in(lang);
        } else if (arg instanceof Instant time) {
            return Format.moment(lang, time);
        } else if (arg instanceof LocalDate day) {
            return Format.day(lang, day);
        }
        return String.valueOf(arg);
    }

    /** A bundle in which the same key written twice is an error instead of a silent loss. */
    private static final class UniqueProperties extends Properties {

        private final String file;

        UniqueProperties(String file) {
            this.file = file;
        }

        @Override
        public synchronized Object put(Object key, Object value) {
            if (super.put(key, value) != null) {
                throw new IllegalStateException("message " + key + " stands twice in " + file);
            }
            return null;
        }
    }
}
