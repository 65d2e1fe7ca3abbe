package org.pufa.campaign.poster;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A sheet and a sort of file: {@code a4.pdf}, {@code qr.png}, …. */
public record Format(Sheet sheet, Type type) {

    /** What is drawn. */
    public enum Sheet {
        /** Nothing but the code. */
        QR,
        A4,
        A3,
        /** A picture that fills the screen of a phone. */
        PHONE;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** How it is written. */
    public enum Type {
        PDF("application/pdf"), PNG("image/png"), SVG("image/svg+xml");

        private final String contentType;

        Type(String contentType) {
            this.contentType = contentType;
        }

        public String contentType() {
            return contentType;
        }

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The name it has in addresses. */
    public String code() {
        return sheet.code() + '.' + type.code();
    }

    public static Optional<Format> parse(String code) {
        return Arrays.stream(Sheet.values()).flatMap(sheet -> Arrays.stream(Type.values())
                .map(type -> new Format(sheet, type))).filter(format -> format.code().equals(code)).findFirst();
    }
}
