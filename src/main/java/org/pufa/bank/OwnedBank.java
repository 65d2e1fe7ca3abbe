package org.pufa.bank;

import java.util.Objects;
import java.util.Optional;

/** A bank and the unit to which it belongs. @param unit nothing when it is of the whole house */
public record OwnedBank(Bank bank, Optional<String> unit) {

    public OwnedBank {
        Objects.requireNonNull(bank);
        Objects.requireNonNull(unit);
    }
}
