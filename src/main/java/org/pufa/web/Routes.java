package org.pufa.web;

import io.vertx.ext.web.Router;
import java.util.List;

/** The doors of one feature. */
public interface Routes {

    /** Adds the feature's handlers, made by {@link Pages#page}, to the router. */
    void mount(Router router);

    /** Which of the feature's doors take more than an ordinary form. */
    default List<BodyLimit> bodyLimits() {
        return List.of();
    }

    /** Which of the feature's doors are also answered before the router is asked. */
    default List<QuickPost> quickPosts() {
        return List.of();
    }

    /**
     * A door that takes a larger body.
     *
     * @param path the path or, when it ends with {@code *}, how paths begin
     * @param bytes largest body
     */
    record BodyLimit(String path, long bytes) {

        boolean covers(String requested) {
            return path.endsWith("*") ? requested.startsWith(path.substring(0, path.length() - 1))
                    : requested.equals(path);
        }
    }
}
