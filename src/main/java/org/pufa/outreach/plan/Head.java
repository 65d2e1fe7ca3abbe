package org.pufa.outreach.plan;

import java.util.Objects;

/** What stands above the list. @param programme such as 九五普法, or ""; @param issuer whose plan it is */
public record Head(String programme, String issuer) {

    public Head {
        Objects.requireNonNull(programme);
        Objects.requireNonNull(issuer);
    }
}
