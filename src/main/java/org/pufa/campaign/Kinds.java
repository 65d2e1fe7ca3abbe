package org.pufa.campaign;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The kinds this platform runs, listed once, where the application is put together. */
public final class Kinds {

    private final Map<String, Kind> byCode = new LinkedHashMap<>();

    public Kinds(Kind... kinds) {
        for (Kind kind : kinds) {
            if (byCode.put(kind.code(), kind) != null) {
                throw new IllegalArgumentException("two kinds are called " + kind.code());
            }
        }
    }

    public Optional<Kind> find(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    public List<String> codes() {
        return List.copyOf(byCode.keySet());
    }
}
