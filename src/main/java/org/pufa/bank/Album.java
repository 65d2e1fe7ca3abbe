package org.pufa.bank;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Pictures by their hashes: those of a file, or of the questions that are written into one. */
public final class Album {

    public static final Album EMPTY = new Album(List.of());

    private final Map<String, Picture> hashToPicture;

    private Album(Collection<Picture> pictures) {
        var map = new LinkedHashMap<String, Picture>();
        pictures.forEach(picture -> map.putIfAbsent(picture.hash(), picture));
        hashToPicture = Collections.unmodifiableMap(map);
    }

    /** Each of them once. */
    public static Album of(Collection<Picture> pictures) {
        return pictures.isEmpty() ? EMPTY : new Album(pictures);
    }

    public Optional<Picture> find(String hash) {
        return Optional.ofNullable(hashToPicture.get(hash));
    }

    /** The picture that a question names. @throws IllegalStateException when it is not here */
    public Picture get(QuestionPicture named) {
        return find(named.hash()).orElseThrow(() -> new IllegalStateException("no picture " + named.hash()));
    }

    /** All of them, each once. */
    public Collection<Picture> pictures() {
        return hashToPicture.values();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Album album && album.hashToPicture.equals(hashToPicture);
    }

    @Override
    public int hashCode() {
        return hashToPicture.keySet().hashCode();
    }
}
