package org.pufa.kinds.vote;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.pufa.yaml.YamlMap;

/** Reads the field {@code vote} of a definition; every mistake is noted where it stands. */
final class VoteReader {

    private static final Pattern CATEGORY_ID = Pattern.compile("[a-z][a-z0-9_-]{0,29}");
    private static final Pattern NUMBER = Pattern.compile("[0-9A-Za-z]{1,10}");
    private static final List<String> ORDERS = List.of("fixed", "random");
    private static final List<String> RESULTS = List.of("live", "closed", "never");
    private static final int NAME_LONGEST = 60;
    private static final int STORY_LONGEST = 2000;

    private final Pictures pictures;
    private final Set<String> categories = new HashSet<>();
    private final Set<String> numbers = new HashSet<>();

    VoteReader(Pictures pictures) {
        this.pictures = pictures;
    }

    /** What the definition says; after a mistake, something harmless. */
    VotePlan read(YamlMap definition) {
        return definition.map("vote").map(vote -> {
            boolean random = vote.choice("order", ORDERS).equals("random");
            var results = VotePlan.Publication.valueOf(vote.choice("results", RESULTS).toUpperCase(Locale.ROOT));
            var read = new VotePlan(random, results, vote.maps("categories", 1, 20).stream()
                    .map(this::category).toList());
            vote.noOthers();
            return read;
        }).orElse(new VotePlan(false, VotePlan.Publication.NEVER, List.of()));
    }

    private Category category(YamlMap in) {
        String id = in.text("id", 30);
        if (!id.isEmpty() && !CATEGORY_ID.matcher(id).matches()) {
            in.mistake("id", "kinds.vote.file.category-id", id);
        } else if (!id.isEmpty() && !categories.add(id)) {
            in.mistake("id", "kinds.vote.file.category-twice", id);
        }
        var title = in.localText("title", 30);
        var candidates = in.maps("candidates", 1, 200).stream().map(this::candidate).toList();
        int most = Math.max(1, candidates.size());
        int min = in.integer("min", 0, most);
        int max = in.integer("max", 1, most);
        if (min > max) {
            in.mistake("max", "kinds.vote.file.min-above-max", min, max);
        }
        in.noOthers();
        return new Category(id, title, min, Math.max(min, max), candidates);
    }

    private Candidate candidate(YamlMap in) {
        var candidate = new Candidate(number(in), in.localText("name", NAME_LONGEST),
                in.localText("unit", NAME_LONGEST), in.localText("deeds", 100),
                in.localText("story", STORY_LONGEST), picture(in));
        in.noOthers();
        return candidate;
    }

    private String number(YamlMap in) {
        String number = in.text("number", 10);
        if (!number.isEmpty() && !NUMBER.matcher(number).matches()) {
            in.mistake("number", "kinds.vote.file.number", number);
        } else if (!number.isEmpty() && !numbers.add(number)) {
            in.mistake("number", "kinds.vote.file.number-twice", number);
        }
        return number;
    }

    private String picture(YamlMap in) {
        String name = in.optionalText("picture", 70).orElse("");
        if (name.isEmpty()) {
            return name;
        } else if (!Pictures.isName(name)) {
            in.mistake("picture", "kinds.vote.file.picture-name", name);
        } else if (pictures.bytes(name).isEmpty()) {
            in.mistake("picture", "kinds.vote.file.picture-missing", name);
        } else if (pictures.find(name).isEmpty()) {
            in.mistake("picture", "kinds.vote.file.picture-content", name, Pictures.LARGEST / 1024);
        }
        return name;
    }
}
