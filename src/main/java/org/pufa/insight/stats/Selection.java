package org.pufa.insight.stats;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.pufa.campaign.Channel;
import org.pufa.kernel.Slug;

/**
 * Of what figures are wanted. What stands empty narrows nothing.
 *
 * @param campaigns slugs; empty for all
 * @param unit code of the unit to which campaigns and records belong
 * @param district as records of outreach name it, and as channels name the unit that spreads them
 * @param channel code; only figures that are counted by channel can be narrowed by it
 * @param kinds codes of kinds of campaigns; empty for all
 */
public record Selection(Period period, Set<String> campaigns, Optional<String> unit, Optional<String> district,
        Optional<String> channel, Set<String> kinds) {

    private static final int LONGEST_DISTRICT = 60;
    private static final String CODE = "[a-z0-9][a-z0-9-]{0,59}";

    public Selection {
        Objects.requireNonNull(period);
        campaigns = Set.copyOf(campaigns);
        Objects.requireNonNull(unit);
        Objects.requireNonNull(district);
        Objects.requireNonNull(channel);
        kinds = Set.copyOf(kinds);
    }

    /** Everything of a period. */
    public static Selection of(Period period) {
        return new Selection(period, Set.of(), Optional.empty(), Optional.empty(), Optional.empty(), Set.of());
    }

    /**
     * Reads the query of an address: {@code from}, {@code until} (the last day, included), {@code campaign} and
     * {@code kind} (several set apart by commas), {@code unit}, {@code district}, {@code ch}. What cannot be understood
     * counts as left out.
     *
     * @param query value of a parameter
     * @param usual where no period is named
     */
    public static Selection parse(Function<String, Optional<String>> query, Period usual) {
        var period = query.apply("from").flatMap(from -> query.apply("until").flatMap(last -> Period.between(from, last)));
        return new Selection(period.orElse(usual), codes(query.apply("campaign")),
                query.apply("unit").filter(text -> text.matches(CODE)),
                query.apply("district").map(String::strip)
                        .filter(text -> !text.isEmpty() && text.length() <= LONGEST_DISTRICT),
                query.apply("ch").filter(Channel::isCode), codes(query.apply("kind")));
    }

    private static Set<String> codes(Optional<String> list) {
        return list.map(text -> Arrays.stream(text.split(",")).map(String::strip).filter(one -> one.matches(CODE))
                .collect(Collectors.toUnmodifiableSet())).orElse(Set.of());
    }

    /** The same of another period. */
    public Selection during(Period other) {
        return new Selection(other, campaigns, unit, district, channel, kinds);
    }

    /** The same of one campaign only. */
    public Selection ofCampaign(Slug slug) {
        return new Selection(period, Set.of(slug.value()), unit, district, channel, kinds);
    }

    /** The same of one unit only, as for somebody whose work is bound to it. */
    public Selection within(Optional<String> bound) {
        return bound.isEmpty() ? this : new Selection(period, campaigns, bound, district, channel, kinds);
    }

    public Selection inDistrict(String name) {
        return new Selection(period, campaigns, unit, Optional.of(name), channel, kinds);
    }

    public Selection inUnit(String code) {
        return new Selection(period, campaigns, Optional.of(code), district, channel, kinds);
    }

    /** Whether a campaign of that slug and kind is meant. */
    public boolean names(String slug, String kind) {
        return (campaigns.isEmpty() || campaigns.contains(slug)) && (kinds.isEmpty() || kinds.contains(kind));
    }

    /** Whether both cut the same part out of a campaign that both mean. */
    boolean isAs(Selection other) {
        return period.equals(other.period) && channel.equals(other.channel) && district.equals(other.district);
    }

    /** As an address carries it, without the question mark; {@link #parse} reads the same back. */
    public String query() {
        return parts().entrySet().stream().map(part -> part.getKey() + '='
                + URLEncoder.encode(part.getValue(), StandardCharsets.UTF_8)).collect(Collectors.joining("&"));
    }

    private Map<String, String> parts() {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("from", period.from().toString());
        parts.put("until", period.last().toString());
        parts.put("campaign", String.join(",", new TreeSet<>(campaigns)));
        parts.put("unit", unit.orElse(""));
        parts.put("district", district.orElse(""));
        parts.put("ch", channel.orElse(""));
        parts.put("kind", String.join(",", new TreeSet<>(kinds)));
        parts.values().removeIf(String::isEmpty);
        return parts;
    }

    /** The same parts as JSON, for what is kept. */
    public JsonObject toJson() {
        var json = new JsonObject();
        parts().forEach((name, value) -> json.put(name, name.equals("campaign") || name.equals("kind")
                ? new JsonArray(Arrays.asList(value.split(","))) : value));
        return json;
    }

    /** What {@link #toJson} wrote. */
    public static Selection of(JsonObject json) {
        return parse(name -> Optional.ofNullable(json.getValue(name)).map(value -> value instanceof JsonArray array
                ? array.stream().map(String::valueOf).collect(Collectors.joining(",")) : value.toString()),
                Period.ofYear(2000));
    }

    public Selection byChannel(String code) {
        return new Selection(period, campaigns, unit, district, Optional.of(code), kinds);
    }

    /** The same of one day. */
    public Selection on(LocalDate day) {
        return during(new Period(day, day.plusDays(1)));
    }
}
