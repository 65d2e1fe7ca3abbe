package org.pufa.learn.pages;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.pufa.i18n.Lang;
import org.pufa.i18n.LocalText;
import org.pufa.learn.LearnShelf;
import org.pufa.learn.LearnWords;
import org.pufa.learn.LessonSort;
import org.pufa.learn.PublicLesson;
import org.pufa.web.PlainText;
import org.pufa.web.Request;
import org.pufa.web.View;

/** The list of all pages, to be narrowed down by sort, law and words. */
final class ListPage {

    private static final int ROWS = 20;
    private static final int LONGEST_WORDS = 40;

    private final LearnShelf shelf;
    private final LearnWords words;

    ListPage(LearnShelf shelf, LearnWords words) {
        this.shelf = shelf;
        this.words = words;
    }

    /**
     * Model of {@code learn/list}.
     *
     * @param any whether there is any page at all
     * @param narrowed whether something was asked for
     * @param sort code of the sort that is shown, or ""
     */
    record LearnList(boolean any, boolean narrowed, List<Tab> tabs, List<Choice> laws, String sort, String words,
            String found, List<Card> cards, String previous, String next) {
    }

    record Tab(String label, String href, boolean current) {
    }

    record Choice(String value, boolean chosen) {
    }

    record Card(String sort, String laws, LocalText title, LocalText summary, String url) {
    }

    /** What the address asks for. */
    private record Asked(Optional<LessonSort> sort, String law, String words, int from) {

        static Asked of(Request request) {
            return new Asked(request.query("sort").flatMap(LessonSort::parse), brief(request, "law"),
                    brief(request, "q"), request.query("from").filter(text -> text.matches("\\d{1,4}"))
                    .map(Integer::valueOf).orElse(0));
        }

        private static String brief(Request request, String name) {
            return request.query(name).flatMap(PlainText::of).map(text -> text.substring(0,
                    text.offsetByCodePoints(0, Math.min(text.codePointCount(0, text.length()), LONGEST_WORDS))))
                    .orElse("");
        }

        boolean lets(PublicLesson lesson) {
            return (sort.isEmpty() || sort.get() == lesson.text().sort())
                    && (law.isEmpty() || lesson.laws().contains(law)) && (words.isBlank() || lesson.holds(words));
        }

        String url(Optional<LessonSort> other, int offset) {
            Map<String, String> parts = new LinkedHashMap<>();
            parts.put("sort", other.map(LessonSort::code).orElse(""));
            parts.put("law", law);
            parts.put("q", words);
            parts.put("from", offset == 0 ? "" : Integer.toString(offset));
            String sent = parts.entrySet().stream().filter(part -> !part.getValue().isEmpty()).map(part ->
                    part.getKey() + '=' + URLEncoder.encode(part.getValue(), StandardCharsets.UTF_8))
                    .collect(Collectors.joining("&"));
            return LearnShelf.PATH + (sent.isEmpty() ? "" : '?' + sent);
        }
    }

    View view(Request request) {
        Lang lang = request.lang();
        var asked = Asked.of(request);
        var all = shelf.all();
        var found = all.stream().filter(asked::lets).toList();
        int from = Math.min(asked.from(), found.size());
        int to = Math.min(found.size(), from + ROWS);
        boolean narrowed = asked.sort().isPresent() || !asked.law().isEmpty() || !asked.words().isEmpty();
        return View.page("learn/list", new LearnList(!all.isEmpty(), narrowed, tabs(lang, asked),
                laws(all, asked.law()), asked.sort().map(LessonSort::code).orElse(""), asked.words(),
                words.say(lang, "list.found", found.size()),
                found.subList(from, to).stream().map(lesson -> card(lang, lesson)).toList(),
                from == 0 ? "" : asked.url(asked.sort(), Math.max(0, from - ROWS)),
                to < found.size() ? asked.url(asked.sort(), to) : ""));
    }

    private List<Tab> tabs(Lang lang, Asked asked) {
        var tabs = new java.util.ArrayList<Tab>();
        tabs.add(new Tab(words.say(lang, "list.all"), asked.url(Optional.empty(), 0), asked.sort().isEmpty()));
        Arrays.stream(LessonSort.values()).map(sort -> new Tab(words.sort(lang, sort),
                asked.url(Optional.of(sort), 0), asked.sort().equals(Optional.of(sort)))).forEach(tabs::add);
        return tabs;
    }

    private static List<Choice> laws(List<PublicLesson> all, String chosen) {
        return all.stream().flatMap(lesson -> lesson.laws().stream()).distinct().sorted()
                .map(law -> new Choice(law, law.equals(chosen))).toList();
    }

    private Card card(Lang lang, PublicLesson lesson) {
        return new Card(words.sort(lang, lesson.text().sort()), lesson.laws().stream().map(law -> '《' + law + '》')
                .collect(Collectors.joining()), LocalText.of(lesson.text().title()),
                LocalText.of(lesson.text().summary()), lesson.url());
    }
}
