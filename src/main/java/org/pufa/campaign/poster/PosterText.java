package org.pufa.campaign.poster;

import java.util.Objects;

/**
 * What a poster says, in the words that are printed.
 *
 * @param kind 知识答题, 网上评选, …
 * @param when the window in plain words
 * @param call what to do with the code, such as 打开微信，扫一扫
 * @param go what follows, such as 去答题
 * @param note one small line of comfort, or ""
 * @param link what the code leads to
 * @param shortLink the same as people type it
 * @param channel name of the channel, or ""
 * @param code of the channel, or ""
 */
public record PosterText(String kind, String title, String lead, String when, String organizer, String phone,
        String call, String go, String note, String link, String shortLink, String channel, String code) {

    public PosterText {
        Objects.requireNonNull(title);
        Objects.requireNonNull(link);
    }
}
