package org.pufa.insight.report;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.pufa.i18n.Messages;

/** The files as which a report is handed out. */
public enum ReportFile {

    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document") {
        @Override
        byte[] write(Reports.Page page, ReportWords words, String site) {
            return new SectionDocx(words, site).write(page.section());
        }
    },
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet") {
        @Override
        byte[] write(Reports.Page page, ReportWords words, String site) {
            return new SectionXlsx(words).write(page.section());
        }
    },
    CSV("text/csv; charset=utf-8") {
        @Override
        byte[] write(Reports.Page page, ReportWords words, String site) {
            return new SectionText(words).csv(page.section());
        }
    },
    JSON("application/json; charset=utf-8") {
        @Override
        byte[] write(Reports.Page page, ReportWords words, String site) {
            return new SectionText(words).json(page);
        }
    };

    private final String type;

    ReportFile(String type) {
        this.type = type;
    }

    /** The content type. */
    String type() {
        return type;
    }

    abstract byte[] write(Reports.Page page, ReportWords words, String site);

    /**
     * The whole file.
     *
     * @param site address of the platform without the last stroke, to which numbers lead; or "" where none is known
     */
    public byte[] write(Reports.Page page, Messages messages, String site) {
        return write(page, new ReportWords(messages), site);
    }

    /** What its name ends with, without the dot. */
    public String ending() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<ReportFile> of(String ending) {
        return Arrays.stream(values()).filter(one -> one.ending().equals(ending)).findFirst();
    }
}
