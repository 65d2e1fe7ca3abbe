package org.pufa.outreach.plan.table;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.pufa.i18n.Lang;
import org.pufa.outreach.plan.Gauge;
import org.pufa.outreach.plan.Gauges;
import org.pufa.outreach.plan.Target;

/** Targets as words: 培训举办 4 场；发放宣传册 5,000 册. */
public final class TargetWords {

    private static final Pattern NEXT = Pattern.compile("[；;、，\\n]|,(?!\\d{3})");
    private static final Pattern ONE = Pattern.compile("(.*?[^\\d\\s,])\\s*(\\d{1,3}(?:,\\d{3})+|\\d{1,9})\\s*(万?)\\s*(\\D{1,14})");
    private static final Pattern VERB = Pattern.compile("^(?:全年|每年|至少|不少于|举办|开展|组织|完成)+");
    private static final List<String> TIMES = List.of("场", "期", "次", "场次", "班");

    private final Gauges gauges;

    public TargetWords(Gauges gauges) {
        this.gauges = Objects.requireNonNull(gauges);
    }

    /** The targets that a text names, and the parts of it that name none. */
    public record Read(List<Target> targets, List<String> unknown) {
    }

    public Read read(String text) {
        var targets = new ArrayList<Target>();
        var unknown = new ArrayList<String>();
        for (String part : NEXT.split(Normalizer.normalize(text, Normalizer.Form.NFKC))) {
            if (part.isBlank()) {
                continue;
            }
            var target = one(part.strip());
            if (target.isPresent() && targets.stream().noneMatch(other -> other.gauge().equals(target.get().gauge()))) {
                targets.add(target.get());
            } else {
                unknown.add(part.strip());
            }
        }
        return new Read(targets, unknown);
    }

    private Optional<Target> one(String part) {
        var found = ONE.matcher(part);
        if (!found.matches()) {
            return Optional.empty();
        }
        long amount = Long.parseLong(found.group(2).replace(",", "")) * (found.group(3).isEmpty() ? 1 : 10_000);
        return amount < 1 || amount > Target.MOST ? Optional.empty()
                : gauge(found.group(1).strip(), found.group(4).strip()).map(gauge -> new Target(gauge.code(), amount));
    }

    private Optional<Gauge> gauge(String name, String unit) {
        String bare = VERB.matcher(name).replaceFirst("");
        var words = bare.isEmpty() ? List.of(name) : List.of(name, bare);
        return gauges.all().stream().filter(gauge -> isIn(gauge, unit) && words.contains(gauge.called(Lang.ZH)))
                .findFirst().or(() -> gauges.all().stream().filter(gauge -> isIn(gauge, unit)
                        && words.stream().anyMatch(word -> isNamed(gauge, word))).findFirst())
                .or(() -> !TIMES.contains(unit) ? Optional.empty() : gauges.all().stream()
                        .filter(gauge -> gauge.code().endsWith(".held") && words.stream().anyMatch(word ->
                                isNamed(gauge, word))).findFirst());
    }

    private static boolean isIn(Gauge gauge, String unit) {
        return gauge.unit().zh().equals(unit);
    }

    private static boolean isNamed(Gauge gauge, String word) {
        return gauge.group().zh().equals(word) || gauge.name().zh().equals(word) || gauge.aliases().contains(word);
    }

    /** The words of targets, in one line; a gauge that is gone is said by its code. */
    public String say(Lang lang, List<Target> targets) {
        return targets.stream().map(target -> say(lang, target)).collect(Collectors.joining(lang == Lang.ZH ? "；" : "; "));
    }

    /** 培训举办 4 场. */
    public String say(Lang lang, Target target) {
        return gauges.find(target.gauge()).map(gauge -> gauge.called(lang) + ' ' + gauge.amount(lang, target.amount()))
                .orElseGet(() -> target.gauge() + ' ' + target.amount());
    }
}
