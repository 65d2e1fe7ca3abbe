package org.pufa.browser;

/** How somebody looks at the pages: on which screen, with or without scripts, in 长者版 or not. */
enum Manner {

    PHONE(360, 740, true, false),
    PHONE_WITHOUT_SCRIPTS(360, 740, false, false),
    PHONE_LARGE(360, 740, true, true),
    TABLET(768, 1024, true, false),
    DESK(1280, 800, true, false),
    DESK_WITHOUT_SCRIPTS(1280, 800, false, false);

    private final int width;
    private final int height;
    private final boolean scripts;
    private final boolean large;

    Manner(int width, int height, boolean scripts, boolean large) {
        this.width = width;
        this.height = height;
        this.scripts = scripts;
        this.large = large;
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    boolean scripts() {
        return scripts;
    }

    boolean large() {
        return large;
    }

    /** What the name of a screenshot ends with: {@code -360-nojs}. */
    String suffix() {
        return "-" + width + (large ? "-large" : "") + (scripts ? "" : "-nojs");
    }
}
