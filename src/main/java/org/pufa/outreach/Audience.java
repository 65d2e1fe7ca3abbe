package org.pufa.outreach;

import java.util.List;
import java.util.Objects;
import org.pufa.i18n.LocalText;

/** People for whom outreach is meant (普法对象). @param aliases other words by which spreadsheets call them */
public record Audience(String code, LocalText name, List<String> aliases) {

    public Audience {
        Objects.requireNonNull(code);
        Objects.requireNonNull(name);
        aliases = List.copyOf(aliases);
    }
}
