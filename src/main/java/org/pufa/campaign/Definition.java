package org.pufa.campaign;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.pufa.i18n.LocalText;
import org.pufa.kernel.Slug;
import org.pufa.kernel.Window;
import org.pufa.ledger.Limit;

/**
 * Everything that fixes a campaign (活动方案), as its file says it; immutable once launched.
 *
 * @param minutes about how long taking part takes
 * @param prizes what can be won, if anything
 * @param plan the part that only its kind understands
 */
public record Definition(Slug slug, Kind kind, LocalText title, LocalText lead, LocalText summary,
        LocalText organizer, String phone, Opening opening, Limit limit, int minutes, List<Channel> channels,
        List<Rule> rules, LocalText privacy, Optional<Prizes> prizes, Kind.Plan plan) {

    public Definition {
        Objects.requireNonNull(slug);
        Objects.requireNonNull(kind);
        Objects.requireNonNull(plan);
        channels = List.copyOf(channels);
        rules = List.copyOf(rules);
        Objects.requireNonNull(prizes);
    }

    /** One without prizes. */
    public Definition(Slug slug, Kind kind, LocalText title, LocalText lead, LocalText summary, LocalText organizer,
            String phone, Opening opening, Limit limit, int minutes, List<Channel> channels, List<Rule> rules,
            LocalText privacy, Kind.Plan plan) {
        this(slug, kind, title, lead, summary, organizer, phone, opening, limit, minutes, channels, rules, privacy,
                Optional.empty(), plan);
    }

    /** One paragraph of the public rules (活动规则). */
    public record Rule(LocalText title, LocalText text) {
    }

    /** When the campaign runs: at fixed times, or for so many days from its launch. */
    public sealed interface Opening {

        Window from(Instant launch);

        record Fixed(Window window) implements Opening {
            @Override
            public Window from(Instant launch) {
                return window;
            }
        }

        /** @param days 1 to 366 */
        record AtLaunch(int days) implements Opening {
            @Override
            public Window from(Instant launch) {
                var opens = launch.truncatedTo(java.time.temporal.ChronoUnit.MINUTES);
                return new Window(opens, opens.plus(Duration.ofDays(days)));
            }
        }
    }

    /** The same with other channels: staff add and change them without touching the rules. */
    public Definition withChannels(List<Channel> other) {
        return new Definition(slug, kind, title, lead, summary, organizer, phone, opening, limit, minutes, other, rules,
                privacy, prizes, plan);
    }

    public Optional<Channel> channel(String code) {
        return channels.stream().filter(channel -> channel.code().equals(code)).findFirst();
    }
}
