package org.pufa.bank;

import java.util.List;

/** A way of writing questions into a file; reading the file gives back what {@link #keeps} names, exactly. */
public interface BankExport {

    /** What a question consists of besides its id and type. */
    enum Part {
        STEM, OPTIONS, ANSWER, EXPLANATION, CITATION, QUOTE, DIFFICULTY, TOPIC, ID
    }

    /** The word for the format: docx, xlsx, csv, text, gift, aiken, moodle, yaml or json. */
    String format();

    /** For the Content-Type header. */
    String contentType();

    /** How names of such files end, without the dot. */
    String extension();

    /** Which parts of a question the file holds. */
    List<Part> keeps();

    /** Writes the questions in their order; those that the format cannot carry are named in the result. */
    Exported write(Bank bank, List<Question> questions);
}
