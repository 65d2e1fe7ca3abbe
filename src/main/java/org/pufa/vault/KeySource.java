package org.pufa.vault;

/** Where a node has its keys from. */
public interface KeySource {

    /**
     * The keys as they are there now; read anew whenever a record needs a key that is not at hand.
     *
     * @throws WrongKey when they cannot be read
     */
    KeyRing read();

    /**
     * Puts other keys there.
     *
     * @throws WrongKey when they are kept where this program may not write, such as in the configuration
     */
    void write(KeyRing ring);

    /** Where that is, for whoever must mend it. */
    String place();

    /** Keys that the configuration gives, as {@code PUFA_KEYS} holds them. */
    static KeySource configured(String keys) {
        var known = KeyRing.parse(keys).keys().stream().map(SealingKey::id).toList();
        return new KeySource() {
            @Override
            public KeyRing read() {
                return KeyRing.parse(keys);
            }

            @Override
            public void write(KeyRing ring) {
                throw new WrongKey("The keys are given by PUFA_KEYS, which this program cannot change. Its keys must"
                        + " become, on every node: " + String.join(", ", ring.keys().stream()
                                .map(key -> known.contains(key.id()) ? key.id() + ":…" : key.line()).toList()));
            }

            @Override
            public String place() {
                return "PUFA_KEYS";
            }
        };
    }
}
