package org.pufa.campaign.console;

import java.net.URI;
import java.util.Optional;
import org.pufa.campaign.Channel;
import org.pufa.kernel.Slug;
import org.pufa.web.Request;

/** The addresses that citizens open, whole, as they stand in links and codes. */
final class PublicAddress {

    private final Optional<URI> publicUrl;

    /** @param publicUrl without it, links are made from the request's host */
    PublicAddress(Optional<URI> publicUrl) {
        this.publicUrl = publicUrl;
    }

    /** Whether it is known under which address citizens reach the platform. */
    boolean isKnown() {
        return publicUrl.isPresent();
    }

    static String path(Slug slug, String channel) {
        return "/c/" + slug + (channel.equals(Channel.DIRECT) ? "" : "?ch=" + channel);
    }

    String of(Request request, Slug slug, String channel) {
        String path = path(slug, channel);
        return publicUrl.map(url -> url.resolve(path).toString()).orElseGet(() -> request.header("Host")
                .map(host -> "http://" + host + path).orElse(path));
    }
}
