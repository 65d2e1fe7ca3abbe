package org.pufa.bank;

import java.util.List;

/** A way of writing banks in files. */
public interface BankFormat {

    /** Reads files together, so that a bank spread over several is checked as a whole. */
    BankReading read(List<BankFile> files);
}
