package org.pufa.bank.preview;

import java.util.List;
import java.util.Objects;
import org.pufa.bank.intake.PlacedPicture;

/**
 * An item as somebody mended it in the preview.
 *
 * @param type word for the type, or "" where the shape tells
 * @param options their texts, in order; none for a judgement
 * @param pictures what becomes of each of the item's pictures, in their order
 */
public record Mended(String type, String stem, List<String> options, String answer, String citation, String quote,
        String explanation, String topic, String difficulty, List<PlacedPicture> pictures) {

    public Mended {
        Objects.requireNonNull(type);
        Objects.requireNonNull(stem);
        Objects.requireNonNull(answer);
        Objects.requireNonNull(citation);
        Objects.requireNonNull(quote);
        Objects.requireNonNull(explanation);
        Objects.requireNonNull(topic);
        Objects.requireNonNull(difficulty);
        options = List.copyOf(options);
        pictures = List.copyOf(pictures);
    }
}
