package org.pufa.campaign;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.pufa.i18n.LocalText;

/**
 * Where participants come from (渠道).
 *
 * @param code what {@code ?ch=} carries: 1 to 20 lower-case letters, digits and hyphens
 * @param unit the unit that spreads it, such as a street office, or ""
 * @param retired whether its link counts as none from now on; what it counted stays
 */
public record Channel(String code, LocalText name, String unit, boolean retired) {

    /** The code of participants who came by none of the campaign's channels. */
    public static final String DIRECT = "direct";
    /** More channels than this no campaign has. */
    public static final int MOST = 2_000;

    private static final Pattern CODE = Pattern.compile("[a-z0-9][a-z0-9-]{0,19}");

    public Channel {
        Objects.requireNonNull(name);
        Objects.requireNonNull(unit);
        if (!isCode(code)) {
            throw new IllegalArgumentException("not a channel code: " + code);
        }
    }

    public Channel(String code, LocalText name) {
        this(code, name, "", false);
    }

    public static boolean isCode(String text) {
        return CODE.matcher(text).matches();
    }

    /** Those of a definition in their order, as staff changed them since, and then those that staff added. */
    static List<Channel> merged(List<Channel> defined, List<Channel> added) {
        var all = new LinkedHashMap<String, Channel>();
        defined.forEach(channel -> all.put(channel.code(), channel));
        added.forEach(channel -> all.put(channel.code(), channel));
        return List.copyOf(new ArrayList<>(all.values()));
    }
}
