package org.pufa.learn.markdown;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Which addresses a text may lead to: pages of the web and of this site, telephones and mailboxes. */
final class Links {

    private static final int LONGEST = 1000;
    private static final Pattern TELEPHONE = Pattern.compile("tel:\\+?[0-9][0-9-]{2,19}");
    private static final Pattern MAILBOX =
            Pattern.compile("mailto:[A-Za-z0-9._+-]{1,64}@[A-Za-z0-9-]{1,63}(\\.[A-Za-z0-9-]{1,63}){1,6}");
    private static final Pattern OWN = Pattern.compile("/(c|learn)(/[a-z0-9-]{1,60})?");
    private static final Pattern WEB = Pattern.compile("(?i)https?://.+");

    private Links() {
    }

    /** An address that may stand in a link. @param outward whether it leads away from this site */
    record Link(String href, boolean outward) {
    }

    /** Nothing for an address that a link must not have; the words of the link then stand alone. */
    static Optional<Link> of(String written) {
        String address = written.strip();
        if (address.isEmpty() || address.length() > LONGEST || !address.codePoints().allMatch(Links::isPlain)) {
            return Optional.empty();
        }
        if (OWN.matcher(address).matches() || TELEPHONE.matcher(address).matches()
                || MAILBOX.matcher(address).matches()) {
            return Optional.of(new Link(address, false));
        }
        return WEB.matcher(address).matches() ? web(address).map(href -> new Link(href, true)) : Optional.empty();
    }

    private static boolean isPlain(int c) {
        return c > ' ' && c != '\\' && c != '"' && c != '<' && c != '>' && !Character.isISOControl(c)
                && !Character.isWhitespace(c) && Character.getType(c) != Character.FORMAT
                && (c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE);
    }

    /** With a host and nothing before it, so that nobody takes https://12333.gov.cn@elsewhere for what it is not. */
    private static Optional<String> web(String address) {
        try {
            var uri = new URI(encoded(address));
            boolean honest = uri.getHost() != null && !uri.getHost().isEmpty() && uri.getRawUserInfo() == null;
            return honest ? Optional.of(uri.toString()) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static String encoded(String address) {
        var encoded = new StringBuilder(address.length());
        address.codePoints().forEach(c -> {
            if (c < 0x7F && "|^`{}".indexOf(c) < 0) {
                encoded.appendCodePoint(c);
            } else {
                for (byte part : Character.toString(c).getBytes(StandardCharsets.UTF_8)) {
                    encoded.append(String.format(Locale.ROOT, "%%%02X", part & 0xFF));
                }
            }
        });
        return encoded.toString();
    }
}
