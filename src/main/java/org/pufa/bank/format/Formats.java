package org.pufa.bank.format;

import java.util.List;
import org.pufa.bank.BankExport;
import org.pufa.bank.format.aiken.AikenReader;
import org.pufa.bank.format.aiken.AikenWriter;
import org.pufa.bank.format.csv.CsvReader;
import org.pufa.bank.format.csv.CsvWriter;
import org.pufa.bank.format.docx.DocxReader;
import org.pufa.bank.format.gift.GiftReader;
import org.pufa.bank.format.gift.GiftWriter;
import org.pufa.bank.format.keyed.JsonReader;
import org.pufa.bank.format.keyed.JsonWriter;
import org.pufa.bank.format.keyed.YamlReader;
import org.pufa.bank.format.keyed.YamlWriter;
import org.pufa.bank.format.moodle.MoodleReader;
import org.pufa.bank.format.moodle.MoodleWriter;
import org.pufa.bank.format.print.DocxWriter;
import org.pufa.bank.format.print.TextWriter;
import org.pufa.bank.format.xlsx.XlsxReader;
import org.pufa.bank.format.xlsx.XlsxWriter;
import org.pufa.bank.intake.QuestionReader;

/** Every format in which questions can be taken in or out, listed once. */
public final class Formats {

    private Formats() {
    }

    /** The readers in the order in which they are asked; the one for free text takes what is left. */
    public static List<QuestionReader> readers() {
        return List.of(new DocxReader(), new XlsxReader(), new MoodleReader(), new JsonReader(), new YamlReader(),
                new GiftReader(), new AikenReader(), new CsvReader(), new TextReader());
    }

    /** The ways of writing questions into a file, in the order in which they are offered. */
    public static List<BankExport> writers() {
        return List.of(new DocxWriter(), new XlsxWriter(), new CsvWriter(), new TextWriter(), new GiftWriter(),
                new AikenWriter(), new MoodleWriter(), new YamlWriter(), new JsonWriter());
    }
}
