package org.pufa.picture;

import java.nio.charset.StandardCharsets;
import java.util.Set;

/** What sort of file some bytes are by how they begin; names and declared types are not believed. */
public enum FileType {

    JPEG, PNG, HEIC, OTHER_PICTURE, UNKNOWN;

    private static final Set<String> HEIC_BRANDS =
            Set.of("heic", "heix", "hevc", "hevx", "heim", "heis", "hevm", "hevs", "mif1", "msf1");
    private static final Set<String> AVIF_BRANDS = Set.of("avif", "avis");

    public static FileType of(byte[] content) {
        if (begins(content, 0, 0xFF, 0xD8, 0xFF)) {
            return JPEG;
        } else if (begins(content, 0, 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A)) {
            return PNG;
        } else if (begins(content, 4, 'f', 't', 'y', 'p') && content.length >= 12) {
            String brand = new String(content, 8, 4, StandardCharsets.ISO_8859_1);
            return HEIC_BRANDS.contains(brand) ? HEIC : AVIF_BRANDS.contains(brand) ? OTHER_PICTURE : UNKNOWN;
        }
        boolean other = begins(content, 0, 'R', 'I', 'F', 'F') && begins(content, 8, 'W', 'E', 'B', 'P')
                || begins(content, 0, 'G', 'I', 'F', '8') || begins(content, 0, 'B', 'M')
                || begins(content, 0, 'I', 'I', 0x2A, 0) || begins(content, 0, 'M', 'M', 0, 0x2A);
        return other ? OTHER_PICTURE : UNKNOWN;
    }

    private static boolean begins(byte[] content, int at, int... magic) {
        for (int i = 0; i < magic.length; i++) {
            if (at + i >= content.length || (content[at + i] & 0xFF) != magic[i]) {
                return false;
            }
        }
        return true;
    }
}
