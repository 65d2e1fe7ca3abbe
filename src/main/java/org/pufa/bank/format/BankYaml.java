package org.pufa.bank.format;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.pufa.bank.Album;
import org.pufa.bank.Bank;
import org.pufa.bank.BankDraft;
import org.pufa.bank.BankFile;
import org.pufa.bank.BankFormat;
import org.pufa.bank.BankReading;
import org.pufa.bank.Picture;
import org.pufa.bank.Question;
import org.pufa.bank.picture.Painter;
import org.pufa.yaml.Mistake;
import org.pufa.yaml.YamlFile;
import org.pufa.yaml.YamlMap;

/** Reads banks written in YAML; the keys are described in {@code question-bank/README.md}. */
public final class BankYaml implements BankFormat {

    private static final Pattern CODE = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final int LONGEST_CODE = 60;
    private static final int LONGEST_TITLE = 60;
    private static final int LONGEST_LAW = 40;
    private static final int MOST_QUESTIONS = 2000;

    @Override
    public BankReading read(List<BankFile> files) {
        var mistakes = new ArrayList<Mistake>();
        var banks = new LinkedHashMap<String, OpenBank>();
        for (BankFile each : files) {
            var file = YamlFile.read(each.name(), each.text());
            file.root().ifPresent(root -> read(each.name(), root, banks, new Painter(each.text().length())));
            mistakes.addAll(file.mistakes());
        }
        return new BankReading(banks.values().stream().map(OpenBank::draft).toList(), mistakes);
    }

    private static void read(String fileName, YamlMap root, Map<String, OpenBank> banks, Painter painter) {
        var bank = new Bank(code(root), root.text("title", LONGEST_TITLE), law(root),
                root.text("version", LONGEST_TITLE));
        var open = banks.computeIfAbsent(bank.code(), code -> new OpenBank(bank));
        if (!open.bank.equals(bank)) {
            root.mistake(open.difference(bank), "bank.file.bank-differs");
        }
        root.maps("questions", 1, MOST_QUESTIONS).forEach(map -> {
            var pictures = new PicturesYaml(painter);
            QuestionYaml.read(map, bank, pictures).ifPresent(question -> open.add(fileName, map, question));
            open.album.addAll(pictures.painted());
        });
        root.noOthers();
    }

    private static String code(YamlMap root) {
        String code = root.text("bank", LONGEST_CODE);
        if (!code.isEmpty() && (code.length() < 3 || !CODE.matcher(code).matches())) {
            root.mistake("bank", "bank.file.bank-code", code);
        }
        return code;
    }

    private static String law(YamlMap root) {
        String law = root.text("law", LONGEST_LAW);
        if (law.contains("《") || law.contains("》")) {
            root.mistake("law", "bank.file.law-marks", law);
        }
        return law;
    }

    /** A bank while its files are being read. */
    private static final class OpenBank {

        private final Bank bank;
        private final Map<String, Place> places = new LinkedHashMap<>();
        private final List<Question> questions = new ArrayList<>();
        private final List<Picture> album = new ArrayList<>();

        /** Where a question stands. */
        private record Place(String file, int line) {
        }

        OpenBank(Bank bank) {
            this.bank = bank;
        }

        void add(String file, YamlMap map, Question question) {
            var earlier = Optional.ofNullable(places.putIfAbsent(question.id(), new Place(file, map.line())));
            earlier.ifPresentOrElse(place -> map.mistake("id", "bank.file.id-twice", question.id(), place.file(),
                    Integer.toString(place.line())), () -> questions.add(question));
        }

        /** The first field in which a file of this bank says something else than the files before it. */
        String difference(Bank other) {
            return !bank.title().equals(other.title()) ? "title" : !bank.law().equals(other.law()) ? "law" : "version";
        }

        BankDraft draft() {
            return new BankDraft(bank, questions, Album.of(album));
        }
    }
}
