package org.pufa.insight.stats;

import java.util.List;
import java.util.Map;
import org.pufa.i18n.LocalText;

/**
 * What a selection can be narrowed to.
 *
 * @param campaigns titles by slug, the latest first
 * @param kinds codes
 * @param units names by code
 * @param districts as channels and records of outreach name them
 */
public record Choices(Map<String, LocalText> campaigns, List<String> kinds, Map<String, LocalText> units,
        List<String> districts) {
}
