package org.pufa.staff;

import java.util.Optional;
import java.util.regex.Pattern;

/** An address inside the console to go back to after signing in; never one of another site. */
final class LocalPath {

    static final String START = "/console";

    private static final Pattern FORM =
            Pattern.compile("/console(/[A-Za-z0-9._~-]+)*(\\?[A-Za-z0-9._~:%&=+,-]{0,500})?");

    private LocalPath() {
    }

    /** The address itself, if it is one of the console's; else the console's first page. */
    static String of(Optional<String> asked) {
        return asked.filter(path -> FORM.matcher(path).matches() && !path.contains("/.."))
                .filter(path -> !path.startsWith("/console/login") && !path.startsWith(SignInConsole.SIGN_OUT))
                .orElse(START);
    }
}
