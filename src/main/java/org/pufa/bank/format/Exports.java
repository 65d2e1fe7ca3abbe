package org.pufa.bank.format;

import java.util.List;
import java.util.Optional;
import org.pufa.bank.BankExport;
import org.pufa.bank.format.aiken.AikenWriter;
import org.pufa.bank.format.csv.CsvWriter;
import org.pufa.bank.format.gift.GiftWriter;
import org.pufa.bank.format.keyed.JsonWriter;
import org.pufa.bank.format.keyed.YamlWriter;
import org.pufa.bank.format.moodle.MoodleWriter;
import org.pufa.bank.format.print.DocxWriter;
import org.pufa.bank.format.print.TextWriter;
import org.pufa.bank.format.xlsx.XlsxWriter;

/** Every format in which questions can be given out, listed once. */
public final class Exports {

    private Exports() {
    }

    /** Those for people first, those for other systems after them. */
    public static List<BankExport> all() {
        return List.of(new DocxWriter(), new XlsxWriter(), new YamlWriter(), new JsonWriter(), new CsvWriter(),
                new TextWriter(), new GiftWriter(), new MoodleWriter(), new AikenWriter());
    }

    /** The one with that word, such as xlsx. */
    public static Optional<BankExport> of(String format) {
        return all().stream().filter(export -> export.format().equals(format)).findFirst();
    }
}
