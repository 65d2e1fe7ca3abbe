package org.pufa.campaign.launch;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The steps of the wizard, in their order. */
enum WizardStep {

    BASICS, CONTENT, CHANNELS, RULES, CHECK;

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<WizardStep> parse(String code) {
        for (WizardStep step : values()) {
            if (step.code().equals(code)) {
                return Optional.of(step);
            }
        }
        return Optional.empty();
    }

    WizardStep next() {
        return values()[Math.min(ordinal() + 1, values().length - 1)];
    }

    /** The step in which a field is written. */
    static WizardStep of(String field, String kind) {
        String first = field.split("[.\\[]", 2)[0];
        if (first.equals(kind)) {
            return CONTENT;
        }
        return first.equals("channels") ? CHANNELS : List.of("rules", "privacy", "prizes").contains(first)
                ? RULES : BASICS;
    }
}
