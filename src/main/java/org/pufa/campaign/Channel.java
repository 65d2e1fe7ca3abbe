package org.pufa.campaign;

import java.util.Objects;
import java.util.regex.Pattern;
import org.pufa.i18n.LocalText;

/**
 * Where participants come from (渠道).
 *
 * @param code what {@code ?ch=} carries: 1 to 20 lower-case letters, digits and hyphens
 */
public record Channel(String code, LocalText name) {

    /** The code of participants who came by none of the campaign's channels. */
    public static final String DIRECT = "direct";

    private static final Pattern CODE = Pattern.compile("[a-z0-9][a-z0-9-]{0,19}");

    public Channel {
        Objects.requireNonNull(name);
        if (!isCode(code)) {
            throw new IllegalArgumentException("not a channel code: " + code);
        }
    }

    public static boolean isCode(String text) {
        return CODE.matcher(text).matches();
    }
}
