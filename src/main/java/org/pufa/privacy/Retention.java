package org.pufa.privacy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.pufa.campaign.Campaigns;
import org.pufa.ledger.Erasures;
import org.pufa.settings.Settings;
import org.pufa.staff.OldSessions;

/** How long which data are kept, as administrators decided or as is standard. */
public final class Retention {

    private static final String SETTING = "retention.";

    private final Settings settings;
    private final List<Rule> rules;

    /** @param rules in the order in which they are shown */
    public Retention(Settings settings, List<Rule> rules) {
        this.settings = Objects.requireNonNull(settings);
        this.rules = List.copyOf(rules);
    }

    /** The rules of what the platform itself keeps. */
    public static List<Rule> usual(Campaigns campaigns, Erasures erasures) {
        return List.of(CampaignRule.words(campaigns, erasures), CampaignRule.devices(campaigns, erasures),
                new SessionRule(new OldSessions()));
    }

    List<Rule> rules() {
        return rules;
    }

    /** Days that something is kept by that rule. */
    int days(Rule rule) {
        return settings.text(setting(rule)).map(Integer::parseInt).orElse(rule.period().standard());
    }

    /** @throws IllegalArgumentException for a code without a rule */
    int days(String code) {
        return rules.stream().filter(rule -> rule.code().equals(code)).findFirst().map(this::days)
                .orElseThrow(() -> new IllegalArgumentException("no rule " + code));
    }

    static String setting(Rule rule) {
        return SETTING + rule.code();
    }

    /** What ended before that time is removed now. */
    Instant limit(Rule rule, Instant now) {
        return now.minus(Duration.ofDays(days(rule)));
    }
}
