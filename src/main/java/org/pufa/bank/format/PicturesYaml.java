package org.pufa.bank.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pufa.bank.Picture;
import org.pufa.bank.Question;
import org.pufa.bank.Question.Option;
import org.pufa.bank.QuestionPicture;
import org.pufa.bank.QuestionType;
import org.pufa.bank.intake.CleanText;
import org.pufa.bank.picture.Painter;
import org.pufa.yaml.YamlMap;

/** Reads the pictures of one question of a bank file: each with its place, what it shows, and its bytes in base64. */
final class PicturesYaml {

    private static final String PICTURES = "pictures";
    private static final int LONGEST_DATA = 8 * 1024 * 1024;

    private final Painter painter;
    private final List<Picture> painted = new ArrayList<>();

    /** @param painter of the file */
    PicturesYaml(Painter painter) {
        this.painter = painter;
    }

    /** Those that were read. */
    List<Picture> painted() {
        return painted;
    }

    /** The pictures that are right; a mistake is noted for each other one. */
    List<QuestionPicture> read(YamlMap question, QuestionType type, List<Option> options) {
        if (!question.has(PICTURES)) {
            return List.of();
        }
        var read = new ArrayList<QuestionPicture>();
        int number = 0;
        for (YamlMap map : question.maps(PICTURES, 1, QuestionPicture.MOST)) {
            number++;
            String place = map.text("place", LONGEST_DATA);
            String alt = CleanText.of(map.text("alt", QuestionPicture.LONGEST_ALT).replace('\n', ' '));
            var picture = picture(map, number);
            map.noOthers();
            if (!Question.hasPlace(place, type, options)) {
                map.mistake("place", "bank.file.picture-place", places(type, options));
            } else if (picture.isPresent() && !alt.isEmpty()) {
                painted.add(picture.get());
                read.add(QuestionPicture.of(place, alt, picture.get()));
            }
        }
        return read;
    }

    private Optional<Picture> picture(YamlMap map, int number) {
        String data = map.text("data", LONGEST_DATA);
        var result = painter.paint(Base64Text.bytes(data));
        if (result instanceof Painter.Refused refused) {
            if (!data.isEmpty()) {
                map.mistake("data", refused.key(), Stream.concat(Stream.of(number), refused.args().stream()).toArray());
            }
            return Optional.empty();
        }
        return Optional.of(((Painter.Painted) result).picture());
    }

    private static String places(QuestionType type, List<Option> options) {
        return Stream.concat(Stream.of(QuestionPicture.STEM), type == QuestionType.JUDGE ? Stream.empty()
                : options.stream().map(Option::letter)).collect(Collectors.joining(", "));
    }
}
