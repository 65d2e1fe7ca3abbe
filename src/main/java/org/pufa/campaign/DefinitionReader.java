package org.pufa.campaign;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.pufa.i18n.LocalText;
import org.pufa.kernel.Days;
import org.pufa.kernel.Slug;
import org.pufa.kernel.Window;
import org.pufa.ledger.Limit;
import org.pufa.yaml.Mistake;
import org.pufa.yaml.YamlFile;
import org.pufa.yaml.YamlMap;

/** Reads the file that defines a campaign; the keys are described in {@code question-bank/README.md}. */
public final class DefinitionReader {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");
    private static final int LONG_TEXT = 1000;

    private final Kinds kinds;

    public DefinitionReader(Kinds kinds) {
        this.kinds = kinds;
    }

    /** A definition, or the mistakes that keep the file from being one; never both. */
    public record Reading(Optional<Definition> definition, List<Mistake> mistakes) {
    }

    public Reading read(String fileName, String text) {
        var file = YamlFile.read(fileName, text);
        var definition = file.root().flatMap(this::definition);
        return file.mistakes().isEmpty() ? new Reading(definition, List.of())
                : new Reading(Optional.empty(), file.mistakes());
    }

    /**
     * What an unfinished file would be, with placeholders where something is missing: to be shown, never to be kept.
     * Nothing when not even its kind is known.
     */
    public Optional<Definition> sketch(String text) {
        return YamlFile.read("", text).root().flatMap(root -> kinds.find(root.optionalText("kind", 60).orElse(""))
                .map(kind -> definition(root, kind, Slug.parse(root.optionalText("slug", 60).orElse(""))
                        .orElse(new Slug("draft")))));
    }

    private Optional<Definition> definition(YamlMap in) {
        var kind = kinds.find(in.choice("kind", kinds.codes()));
        var slug = slug(in);
        if (kind.isEmpty() || slug.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(definition(in, kind.get(), slug.get()));
    }

    private static Definition definition(YamlMap in, Kind kind, Slug slug) {
        var plan = kind.read(in);
        var definition = new Definition(slug, kind, in.localText("title", 60), in.localText("lead", 200),
                in.localText("summary", 100), in.localText("organizer", 60), in.optionalText("phone", 30).orElse(""),
                opening(in), limit(in), in.integer("minutes", 1, 120), channels(in), rules(in),
                in.localText("privacy", LONG_TEXT), PrizesReader.read(in, plan.passable()), plan);
        in.noOthers();
        return definition;
    }

    private static Optional<Slug> slug(YamlMap in) {
        var text = in.text("slug", 60);
        var slug = Slug.parse(text);
        if (slug.isEmpty() && !text.isEmpty()) {
            in.mistake("slug", "campaign.file.slug", text);
        }
        return slug;
    }

    private static Definition.Opening opening(YamlMap in) {
        Definition.Opening none = new Definition.Opening.AtLaunch(1);
        return in.map("window").map(window -> {
            var opening = "start".equals(window.optionalText("opens", 20).orElse(""))
                    ? new Definition.Opening.AtLaunch(window.integer("days", 1, 366)) : fixed(window).orElse(none);
            window.noOthers();
            return opening;
        }).orElse(none);
    }

    private static Optional<Definition.Opening> fixed(YamlMap window) {
        var opens = moment(window, "opens");
        var closes = moment(window, "closes");
        if (opens.isEmpty() || closes.isEmpty()) {
            return Optional.empty();
        }
        if (!opens.get().isBefore(closes.get())) {
            window.mistake("closes", "campaign.file.window-order");
            return Optional.empty();
        }
        return Optional.of(new Definition.Opening.Fixed(new Window(opens.get().atZone(Days.ZONE).toInstant(),
                closes.get().atZone(Days.ZONE).toInstant())));
    }

    /** {@code 2026-11-30 24:00} is the end of that day. */
    private static Optional<LocalDateTime> moment(YamlMap window, String name) {
        String text = window.text(name, 20);
        try {
            return text.endsWith(" 24:00")
                    ? Optional.of(LocalDate.parse(text.substring(0, 10)).plusDays(1).atStartOfDay())
                    : text.isEmpty() ? Optional.empty() : Optional.of(LocalDateTime.parse(text, MOMENT));
        } catch (DateTimeParseException e) {
            window.mistake(name, "campaign.file.moment", text);
            return Optional.empty();
        }
    }

    private static Limit limit(YamlMap in) {
        return in.map("limit").map(limit -> {
            var period = Limit.Period.of(limit.choice("per", List.of("campaign", "day")));
            var read = new Limit(period, limit.integer("times", 1, 1000));
            limit.noOthers();
            return read;
        }).orElse(Limit.ONCE);
    }

    private static List<Channel> channels(YamlMap in) {
        var channels = new ArrayList<Channel>();
        var codes = new HashSet<String>();
        for (YamlMap map : in.maps("channels", 0, 500)) {
            String code = map.text("code", 20);
            LocalText name = map.localText("name", 40);
            if (!Channel.isCode(code) || Channel.DIRECT.equals(code)) {
                map.mistake("code", "campaign.file.channel-code", code);
            } else if (!codes.add(code)) {
                map.mistake("code", "campaign.file.channel-twice", code);
            } else {
                channels.add(new Channel(code, name));
            }
            map.noOthers();
        }
        return channels;
    }

    private static List<Definition.Rule> rules(YamlMap in) {
        return in.maps("rules", 0, 30).stream().map(map -> {
            var rule = new Definition.Rule(map.localText("title", 60), map.localText("text", LONG_TEXT));
            map.noOthers();
            return rule;
        }).toList();
    }
}
