package org.pufa.campaign;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.pufa.i18n.LocalText;
import org.pufa.web.PlainText;
import org.pufa.yaml.Mistake;

/**
 * Reads a list of new channels, one in each line: {@code name[,code][,unit]}, set apart by commas or, as spreadsheets
 * paste them, by tabs. A first line of headings is passed over.
 */
final class ChannelList {

    static final int LONGEST_NAME = 40;
    static final int LONGEST_UNIT = 60;

    private static final Set<String> HEADINGS = Set.of("名称", "渠道", "渠道名称", "name", "channel");

    private final String file;
    private final ChannelCodes codes;
    private final Set<String> takenCodes = new HashSet<>();
    private final Map<String, Integer> takenNames = new HashMap<>();
    private final List<Mistake> mistakes = new ArrayList<>();
    private final List<Line> lines = new ArrayList<>();

    private ChannelList(String file, ChannelCodes codes, List<Channel> existing) {
        this.file = file;
        this.codes = codes;
        takenCodes.add(Channel.DIRECT);
        existing.forEach(channel -> {
            takenCodes.add(channel.code());
            takenNames.put(channel.name().zh(), 0);
        });
    }

    /** The channels of a list, or all that is wrong with it; never both. */
    record Reading(List<Channel> channels, List<Mistake> mistakes) {
    }

    private record Line(String name, String code, String unit) {
    }

    /**
     * @param file what messages call the list
     * @param existing the channels that the campaign has already
     */
    static Reading read(String file, String text, List<Channel> existing, ChannelCodes codes) {
        var list = new ChannelList(file, codes, existing);
        String[] lines = text.split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            if (!lines[i].isBlank()) {
                list.line(i + 1, lines[i].strip(), i == 0);
            }
        }
        list.checkCount(lines.length, existing.size());
        return list.mistakes.isEmpty() ? new Reading(list.channels(), List.of())
                : new Reading(List.of(), List.copyOf(list.mistakes));
    }

    private void checkCount(int last, int existing) {
        if (lines.isEmpty() && mistakes.isEmpty()) {
            mistakes.add(new Mistake(file, 1, "", "campaign.channel.none", List.of()));
        } else if (lines.size() + existing > Channel.MOST) {
            mistakes.add(new Mistake(file, last, "", "campaign.channel.most",
                    List.of(Channel.MOST, lines.size() + existing - Channel.MOST)));
        }
    }

    private void line(int number, String text, boolean first) {
        var cells = cells(text);
        if (cells.isEmpty() || cells.get().size() > 3) {
            wrong(number, "", "campaign.channel.columns");
            return;
        }
        String name = cell(cells.get(), 0);
        if (!first || !HEADINGS.contains(name.toLowerCase(java.util.Locale.ROOT))) {
            int before = mistakes.size();
            checkName(number, name);
            String code = cell(cells.get(), 1);
            checkCode(number, code);
            String unit = cell(cells.get(), 2);
            check(number, "unit", unit, LONGEST_UNIT);
            if (mistakes.size() == before) {
                lines.add(new Line(plain(name), code, plain(unit)));
            }
        }
    }

    private static Optional<List<String>> cells(String line) {
        char separator = line.indexOf('\t') >= 0 ? '\t' : ',';
        String plain = separator == ',' ? line.replace('，', ',') : line;
        try (var parser = CSVFormat.DEFAULT.builder().setDelimiter(separator).setIgnoreSurroundingSpaces(true).get()
                .parse(new java.io.StringReader(plain))) {
            var records = parser.getRecords();
            return records.size() == 1 ? Optional.of(records.get(0).toList()) : Optional.empty();
        } catch (IOException | java.io.UncheckedIOException | IllegalStateException e) {
            return Optional.empty();
        }
    }

    private static String cell(List<String> cells, int index) {
        return index < cells.size() ? cells.get(index).strip() : "";
    }

    private void checkName(int number, String name) {
        if (name.isEmpty()) {
            wrong(number, "name", "campaign.channel.name-missing");
            return;
        }
        check(number, "name", name, LONGEST_NAME);
        Integer twin = takenNames.putIfAbsent(plain(name), number);
        if (twin != null) {
            wrong(number, "name", twin == 0 ? "campaign.channel.name-taken" : "campaign.channel.name-twice", name, twin);
        }
    }

    private void checkCode(int number, String code) {
        if (code.isEmpty()) {
            return;
        }
        if (!Channel.isCode(code) || code.equals(Channel.DIRECT)) {
            wrong(number, "code", "campaign.channel.code", code);
        } else if (!takenCodes.add(code)) {
            wrong(number, "code", "campaign.channel.code-taken", code);
        }
    }

    private void check(int number, String field, String text, int longest) {
        int length = text.codePointCount(0, text.length());
        if (PlainText.of(text).isEmpty()) {
            wrong(number, field, "web.form.characters");
        } else if (length > longest) {
            wrong(number, field, "web.form.too-long", longest, length);
        }
    }

    private void wrong(int number, String field, String key, Object... args) {
        mistakes.add(new Mistake(file, number, field, key, List.of(args)));
    }

    private static String plain(String text) {
        return PlainText.of(text).orElse(text);
    }

    /** Codes are made only when all lines are right, so that none is one that a later line asks for. */
    private List<Channel> channels() {
        var channels = new ArrayList<Channel>();
        for (Line line : lines) {
            String code = line.code.isEmpty() ? codes.next(takenCodes) : line.code;
            takenCodes.add(code);
            channels.add(new Channel(code, LocalText.of(line.name), line.unit, false));
        }
        return channels;
    }
}
