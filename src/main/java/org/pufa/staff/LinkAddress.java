package org.pufa.staff;

import java.net.URI;
import org.pufa.web.Request;

/** Makes whole addresses of links that are passed on to somebody. @param publicUrl may be null */
record LinkAddress(URI publicUrl) {

    /** Below the public address or, where none is configured, the one the request was sent to. */
    String of(Request request, String path) {
        if (publicUrl != null) {
            return publicUrl.resolve(path).toString();
        }
        return request.header("Host").filter(host -> host.matches("[A-Za-z0-9.:\\[\\]-]{1,255}"))
                .map(host -> "http://" + host + path).orElse(path);
    }
}
