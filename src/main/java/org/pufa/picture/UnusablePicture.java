package org.pufa.picture;

import java.util.ArrayList;
import java.util.List;

/** A file that cannot be taken as a picture; the sentence says why and what to do. */
public final class UnusablePicture extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient List<Object> args;

    UnusablePicture(String key, Object... args) {
        super(key, null, false, false);
        this.args = List.of(args);
    }

    /** Message key of the sentence. */
    public String key() {
        return getMessage();
    }

    /** Its arguments, of which the first is what people call the file. */
    public Object[] args(String name) {
        var all = new ArrayList<Object>(List.of(name));
        all.addAll(args);
        return all.toArray();
    }
}
