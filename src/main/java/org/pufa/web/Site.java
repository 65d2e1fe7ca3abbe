package org.pufa.web;

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
 */
public record Site(LocalText name, LocalText organizer, String phone, String icp, String publicSecurity,
        String siteCode, String privacyUrl, String helpUrl, String feedbackUrl) {

    private static final LocalText NONE = LocalText.of("");

    /** A site of which only the name and the pages every site has are known. */
    public static Site named(LocalText name) {
        return new Site(name, NONE, "", "", "", "", "/privacy", "/help", "");
    }
}
