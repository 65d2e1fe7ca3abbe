package org.pufa.vault;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/** The keys a node has: the last one seals, all of them open. */
public final class KeyRing {

    private final List<SealingKey> keys;

    private KeyRing(List<SealingKey> keys) {
        this.keys = List.copyOf(keys);
    }

    static KeyRing of(List<SealingKey> keys) {
        var ids = new HashSet<String>();
        if (keys.isEmpty() || !keys.stream().allMatch(key -> ids.add(key.id()))) {
            throw new IllegalArgumentException("a ring has keys, each of another id");
        }
        return new KeyRing(keys);
    }

    /**
     * Reads keys, one a line or with commas between; empty lines and those that begin with a number sign say nothing.
     *
     * @throws IllegalArgumentException when there is none, one cannot be read, or two have the same id
     */
    public static KeyRing parse(String text) {
        var keys = new ArrayList<SealingKey>();
        for (String line : text.split("[,\\n]")) {
            if (!line.isBlank() && !line.strip().startsWith("#")) {
                keys.add(SealingKey.parse(line).orElseThrow(() ->
                        new IllegalArgumentException("a key is eight hex digits, a colon and 64 hex digits")));
            }
        }
        return of(keys);
    }

    /** The key that seals. */
    SealingKey current() {
        return keys.get(keys.size() - 1);
    }

    Optional<SealingKey> find(String id) {
        return keys.stream().filter(key -> key.id().equals(id)).findFirst();
    }

    List<SealingKey> keys() {
        return keys;
    }

    KeyRing with(SealingKey key) {
        var more = new ArrayList<>(keys);
        more.add(key);
        return of(more);
    }

    KeyRing without(String id) {
        return of(keys.stream().filter(key -> !key.id().equals(id)).toList());
    }
}
