package org.pufa.bank.intake;

import java.util.List;

/** Reads one format. Holds no state; gives up on nothing but the whole file. */
public interface QuestionReader {

    /** The word in {@link Harvest#format}. */
    String format();

    /** Whether the content, not only the name, looks like this format. */
    boolean recognises(SourceFile file);

    /**
     * Every item in the file, in order, each with what was understood of it.
     *
     * @throws UnreadableFile when the file as a whole cannot be read: broken, too large, not what it claims to be
     */
    List<RawQuestion> read(SourceFile file) throws UnreadableFile;
}
