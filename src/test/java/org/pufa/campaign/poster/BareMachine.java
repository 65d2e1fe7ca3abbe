package org.pufa.campaign.poster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Draws every sheet, then names the font libraries of the machine that were loaded for it: there must be none. */
public final class BareMachine {

    private BareMachine() {
    }

    public static void main(String[] args) throws IOException {
        var letters = new Letters();
        for (Format.Sheet sheet : Format.Sheet.values()) {
            Drawing drawing = Poster.draw(PosterFilesTest.text("《劳动合同法》知识答题𠮷"), sheet, letters);
            System.out.println(sheet + " " + PngFile.write(drawing, 200 / 25.4).length + " "
                    + SvgFile.write(drawing).length + " " + PdfFile.write(drawing).length);
        }
        try (var maps = Files.lines(Path.of("/proc/self/maps"))) {
            List<String> loaded = maps.filter(line -> line.matches(".*(fontmanager|freetype|fontconfig|harfbuzz).*")).toList();
            System.out.println("font libraries: " + loaded.size());
        }
    }
}
