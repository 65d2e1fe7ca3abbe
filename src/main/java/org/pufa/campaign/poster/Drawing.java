package org.pufa.campaign.poster;

import java.awt.Shape;
import java.util.ArrayList;
import java.util.List;

/** A picture of filled outlines, one over the other, on white. Lengths are millimetres, y goes downwards. */
final class Drawing {

    /** An outline and its colour, {@code 0xRRGGBB}. */
    record Area(Shape shape, int color) {
    }

    private final String title;
    private final double width;
    private final double height;
    private final List<Area> areas = new ArrayList<>();

    /** @param title what the picture shows, for those who cannot see it */
    Drawing(String title, double width, double height) {
        this.title = title;
        this.width = width;
        this.height = height;
    }

    void fill(Shape shape, int color) {
        areas.add(new Area(shape, color));
    }

    String title() {
        return title;
    }

    double width() {
        return width;
    }

    double height() {
        return height;
    }

    List<Area> areas() {
        return areas;
    }
}
