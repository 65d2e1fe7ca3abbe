package org.pufa.bank;

import java.util.List;

/** A way of writing questions into a file; reading the file gives back what {@link #keeps} names, exactly. */
public interface BankExport {

    /** What a question consists of besides its id and type. */
    enum Part {
        STEM, OPTIONS, ANSWER, EXPLANATION, CITATION, QUOTE, DIFFICULTY, TOPIC, ID, PICTURES;

        /** All but the pictures: what a format of mere text can hold. */
        public static final List<Part> WORDS = List.of(STEM, OPTIONS, ANSWER, EXPLANATION, CITATION, QUOTE, DIFFICULTY,
                TOPIC, ID);
    }

    /** The word for the format: docx, xlsx, csv, text, gift, aiken, moodle, yaml or json. */
    String format();

    /** For the Content-Type header. */
    String contentType();

    /** How names of such files end, without the dot. */
    String extension();

    /** Which parts of a question the file holds. */
    List<Part> keeps();

    /**
     * Writes the questions in their order; those that the format cannot carry are named in the result.
     *
     * @param album the pictures that the questions name; those that are not in it find no room in the file
     */
    Exported write(Bank bank, List<Question> questions, Album album);

    /** The same where no question names a picture. */
    default Exported write(Bank bank, List<Question> questions) {
        return write(bank, questions, Album.EMPTY);
    }
}
