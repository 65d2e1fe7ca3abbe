package org.pufa.bank.format;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.pufa.bank.intake.RawPicture;
import org.pufa.bank.intake.Reason;

/** Finds the pictures that HTML shows: those beside it in the same file, and those written into it. */
public final class HtmlPictures {

    private static final String BESIDE = "@@PLUGINFILE@@/";
    private static final String WITHIN = "data:";
    private static final String BASE64 = ";base64,";
    private static final int LONGEST_SHOWN = 60;

    private final RawDraft draft;

    public HtmlPictures(RawDraft draft) {
        this.draft = draft;
    }

    /** Puts what a text shows into the draft. @param files name to content */
    public void put(String place, List<HtmlText.Image> images, Map<String, byte[]> files) {
        for (HtmlText.Image image : images) {
            boolean aside = place.equals(RawPicture.ASIDE);
            if (aside || image.source().startsWith(BESIDE) || isWithin(image)) {
                draft.picture(new RawPicture(place, image.alt(), aside ? new byte[0] : content(image, files)));
                if (image.inline() && !aside) {
                    draft.reason(Reason.warning("bank.intake.picture.moved"));
                }
            } else {
                boolean element = image.source().startsWith("<");
                draft.reason(Reason.refusal(element ? "bank.intake.picture.element" : "bank.intake.picture.web",
                        shown(image.source())));
            }
        }
    }

    /** The name in a text of a file beside it; "" when the picture is elsewhere. */
    public static String name(HtmlText.Image image) {
        return image.source().startsWith(BESIDE) ? decoded(image.source().substring(BESIDE.length())) : "";
    }

    private static String decoded(String name) {
        try {
            return URLDecoder.decode(name.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return name;
        }
    }

    private static boolean isWithin(HtmlText.Image image) {
        return image.source().regionMatches(true, 0, WITHIN, 0, WITHIN.length());
    }

    private static byte[] content(HtmlText.Image image, Map<String, byte[]> files) {
        if (!isWithin(image)) {
            return files.getOrDefault(name(image), new byte[0]);
        }
        int comma = image.source().indexOf(',') + 1;
        String head = image.source().substring(0, comma).toLowerCase(Locale.ROOT);
        String data = image.source().substring(comma);
        return head.endsWith(BASE64) ? Base64Text.bytes(data) : decoded(data).getBytes(StandardCharsets.UTF_8);
    }

    private static String shown(String text) {
        return text.length() <= LONGEST_SHOWN ? text : text.substring(0, LONGEST_SHOWN) + "…";
    }
}
