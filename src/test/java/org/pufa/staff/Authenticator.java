package org.pufa.staff;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.pufa.support.Browser;
import org.pufa.support.Console;

/** Somebody's authenticator app: reads the key off the page and shows codes by the clock of the test. */
final class Authenticator {

    private static final Pattern KEY = Pattern.compile("class=\"code key\">([A-Z2-7 ]+)<");
    private static final Pattern RECOVERY = Pattern.compile("<li>([A-Z2-7]{4}-[A-Z2-7]{4})</li>");
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private final Console console;
    private final byte[] secret;

    Authenticator(Console console, String page) {
        this.console = console;
        this.secret = secret(first(KEY, page).replace(" ", ""));
    }

    /** Begins to set up a second factor in that browser. */
    static Authenticator begin(Console console, Browser browser) {
        browser.get(OwnFactor.PATH);
        browser.post(OwnFactor.PATH + "/secrets", "current", Console.PASSWORD);
        return new Authenticator(console, browser.get(OwnFactor.PATH).body());
    }

    /** Sets one up. Its first code is then used. */
    static Authenticator of(Console console, Browser browser) {
        var made = begin(console, browser);
        browser.post(OwnFactor.PATH + "/confirmation", "code", made.code());
        return made;
    }

    byte[] secret() {
        return secret.clone();
    }

    String code() {
        return Totp.code(secret, Totp.step(console.clock.instant()), Totp.DIGITS);
    }

    /** The code after the clock has gone on to the next. */
    String nextCode() {
        console.clock.advance(Totp.STEP);
        return code();
    }

    static java.util.List<String> recoveryCodes(String page) {
        return RECOVERY.matcher(page).results().map(found -> found.group(1)).toList();
    }

    private static String first(Pattern pattern, String page) {
        Matcher found = pattern.matcher(page);
        if (!found.find()) {
            throw new IllegalStateException("no key on the page: " + page);
        }
        return found.group(1);
    }

    private static byte[] secret(String text) {
        var bytes = new byte[text.length() * 5 / 8];
        for (int bit = 0; bit < bytes.length * 8; bit++) {
            int value = ALPHABET.indexOf(text.charAt(bit / 5)) >> 4 - bit % 5 & 1;
            bytes[bit / 8] |= (byte) (value << 7 - bit % 8);
        }
        return bytes;
    }
}
