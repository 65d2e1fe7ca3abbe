package org.pufa.outreach.evidence;

import java.util.Objects;
import java.util.Optional;
import org.pufa.kernel.Sha256;
import org.pufa.picture.Photo;

/**
 * A file that was found right and can be kept.
 *
 * @param name what it was called where it came from
 * @param sent hash of what was sent, to recognise it when it is sent again
 * @param photo nothing for documents
 */
public record EvidenceFile(String name, String type, byte[] content, byte[] sent, Optional<Photo> photo) {

    static final String JPEG = "image/jpeg";

    public EvidenceFile {
        Objects.requireNonNull(name);
        Objects.requireNonNull(type);
        Objects.requireNonNull(content);
        Objects.requireNonNull(sent);
        Objects.requireNonNull(photo);
    }

    static EvidenceFile photo(String name, byte[] sent, Photo photo) {
        return new EvidenceFile(name, JPEG, photo.jpeg(), Sha256.of(sent), Optional.of(photo));
    }

    static EvidenceFile document(String name, String type, byte[] content) {
        return new EvidenceFile(name, type, content, Sha256.of(content), Optional.empty());
    }
}
