package org.pufa.staff;

import java.util.Objects;
import java.util.regex.Pattern;
import org.pufa.i18n.LocalText;

/**
 * A district or department (单位) to which people's work, campaigns and banks may belong.
 *
 * @param code the word in addresses, such as gongshu; it never changes
 */
public record Unit(String code, LocalText name) {

    static final Pattern CODE = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    static final int SHORTEST_CODE = 2;
    static final int LONGEST_CODE = 40;
    static final int LONGEST_NAME = 40;

    public Unit {
        Objects.requireNonNull(code);
        Objects.requireNonNull(name);
    }
}
