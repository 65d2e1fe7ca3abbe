package org.pufa.web;

import java.util.Objects;
import org.pufa.i18n.LocalText;

/**
 * Who runs the platform, as headers and footers show it. Every field but the name may be empty and is then hidden.
 *
 * @param name short name beside the seal, such as 杭州人社普法
 * @param organizer 主办单位
 * @param phone 咨询电话
 * @param icp ICP 备案 number
 * @param publicSecurity 公安备案 number
 * @param siteCode 网站标识码
 * @param privacyUrl path of the page on personal data
 * @param helpUrl path of the help page
 * @param feedbackUrl path or address for complaints and suggestions
 * @param accessibilityUrl path of the 无障碍 statement
 * @param face colours and logo of its own
 */
public record Site(LocalText name, LocalText organizer, String phone, String icp, String publicSecurity,
        String siteCode, String privacyUrl, String helpUrl, String feedbackUrl, String accessibilityUrl, Face face) {

    private static final LocalText NONE = LocalText.of("");

    /**
     * What a site may have of its own in looks.
     *
     * @param stylesheetUrl address of a style sheet that goes before all others' word, or ""
     * @param logoUrl address of the picture in place of the seal, or ""
     * @param logoWidth its width on the page, in CSS pixels
     * @param logoHeight its height
     */
    public record Face(String stylesheetUrl, String logoUrl, int logoWidth, int logoHeight) {

        /** The seal and colours that the platform comes with. */
        public static final Face USUAL = new Face("", "", 0, 0);
    }

    public Site {
        Objects.requireNonNull(name);
        Objects.requireNonNull(face);
    }

    /** A site with the usual face and without a statement on accessibility. */
    public Site(LocalText name, LocalText organizer, String phone, String icp, String publicSecurity, String siteCode,
            String privacyUrl, String helpUrl, String feedbackUrl) {
        this(name, organizer, phone, icp, publicSecurity, siteCode, privacyUrl, helpUrl, feedbackUrl, "", Face.USUAL);
    }

    /** A site of which only the name and the pages every site has are known. */
    public static Site named(LocalText name) {
        return new Site(name, NONE, "", "", "", "", "/privacy", "/help", "");
    }

    /** The same with another page on personal data, such as that of one campaign. */
    public Site withPrivacyUrl(String url) {
        return new Site(name, organizer, phone, icp, publicSecurity, siteCode, url, helpUrl, feedbackUrl,
                accessibilityUrl, face);
    }
}
