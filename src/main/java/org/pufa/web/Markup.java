package org.pufa.web;

import java.util.Objects;

/**
 * HTML that a template prints as it is, by {@code {{markup text}}}. Whoever makes one has made every tag and attribute
 * in it and escaped everything else; nothing that was read from a form or file may be wrapped into one.
 *
 * @param html well-formed, to stand within a block
 */
public record Markup(String html) {

    public Markup {
        Objects.requireNonNull(html);
    }
}
