package org.pufa.support;

import org.pufa.vault.KeyRing;
import org.pufa.vault.KeySource;

/** Keys that lie nowhere but here. */
public final class MemoryKeys implements KeySource {

    private volatile KeyRing ring;

    /** The same key for every test. */
    public MemoryKeys() {
        this("0a0b0c0d:" + "5e".repeat(32));
    }

    public MemoryKeys(String keys) {
        ring = KeyRing.parse(keys);
    }

    @Override
    public KeyRing read() {
        return ring;
    }

    @Override
    public void write(KeyRing other) {
        ring = other;
    }

    @Override
    public String place() {
        return "the memory of this test";
    }
}
