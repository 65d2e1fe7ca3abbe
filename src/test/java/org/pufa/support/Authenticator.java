package org.pufa.support;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Somebody's authenticator app: takes a key off the page and shows codes by the clock of the test. */
public final class Authenticator {

    private static final String PATH = "/console/account/second-factor";
    private static final Duration STEP = Duration.ofSeconds(30);
    private static final Pattern KEY = Pattern.compile("class=\"code key\">([A-Z2-7 ]+)<");
    private static final Pattern RECOVERY = Pattern.compile("<li>([A-Z2-7]{4}-[A-Z2-7]{4})</li>");
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private final SettableClock clock;
    private final byte[] secret;

    /** @param key as it is typed, with or without spaces */
    public Authenticator(SettableClock clock, String key) {
        this.clock = clock;
        this.secret = secret(key.replace(" ", ""));
    }

    /** @param page on which somebody sets up a second factor */
    public static Authenticator reading(SettableClock clock, String page) {
        Matcher found = KEY.matcher(page);
        if (!found.find()) {
            throw new IllegalStateException("no key on the page: " + page);
        }
        return new Authenticator(clock, found.group(1));
    }

    /** Begins to set up a second factor in that browser. */
    public static Authenticator begin(Console console, Browser browser) {
        browser.get(PATH);
        browser.post(PATH + "/secrets", "current", Console.PASSWORD);
        return reading(console.clock, browser.get(PATH).body());
    }

    /** Sets one up. Its first code is then used. */
    public static Authenticator of(Console console, Browser browser) {
        var made = begin(console, browser);
        browser.post(PATH + "/confirmation", "code", made.code());
        return made;
    }

    /** The recovery codes on a page. */
    public static List<String> recoveryCodes(String page) {
        return RECOVERY.matcher(page).results().map(found -> found.group(1)).toList();
    }

    public byte[] secret() {
        return secret.clone();
    }

    /** What it shows now: RFC 6238 with six digits. */
    public String code() {
        try {
            var mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret, "HmacSHA1"));
            byte[] hash = mac.doFinal(ByteBuffer.allocate(8)
                    .putLong(clock.instant().getEpochSecond() / STEP.toSeconds()).array());
            int at = hash[19] & 15;
            int number = (hash[at] & 127) << 24 | (hash[at + 1] & 255) << 16 | (hash[at + 2] & 255) << 8 | hash[at + 3] & 255;
            return String.format("%06d", number % 1_000_000);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What it shows after the clock has gone on to the next code. */
    public String nextCode() {
        clock.advance(STEP);
        return code();
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
