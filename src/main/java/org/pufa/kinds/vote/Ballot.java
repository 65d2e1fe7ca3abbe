package org.pufa.kinds.vote;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.pufa.campaign.Answers;
import org.pufa.campaign.Filled;
import org.pufa.kernel.Problem;
import org.pufa.kernel.Problem.FieldError;
import org.pufa.ledger.Count;

/**
 * The ballot paper of a vote: checks what was picked and writes it down as
 * <code>{"picks":{"construction":["01","05"]}}</code>, with only the categories in which something was picked.
 */
final class Ballot {

    /** The dimension in which votes are counted, each under the number of its candidate. */
    static final String PICK = "pick";
    private static final String PICKS = "picks";

    private final Race[] inPaperOrder;
    /** The order of the stored text, so that a recount finds the same counts in the same order. */
    private final Race[] inStoredOrder;

    Ballot(List<Category> categories) {
        inPaperOrder = categories.stream().map(Race::new).toArray(Race[]::new);
        inStoredOrder = inPaperOrder.clone();
        Arrays.sort(inStoredOrder, Comparator.comparing(Race::id));
    }

    /** @throws Problem INVALID, naming every category that is wrong */
    Filled fill(Answers answers) {
        Map<String, List<String>> values = answers.values();
        var picks = new HashMap<String, Object>(inStoredOrder.length * 2);
        var counts = new ArrayList<Count>(inStoredOrder.length * 4);
        int known = 0;
        for (Race race : inStoredOrder) {
            List<String> given = values.get(race.id());
            if (!race.take(given, picks, counts)) {
                throw refusal(values);
            }
            known += given == null ? 0 : 1;
        }
        if (known < values.size() || counts.isEmpty()) {
            throw refusal(values);
        }
        return new Filled(Map.of(PICKS, picks), null, counts);
    }

    private Problem refusal(Map<String, List<String>> values) {
        var errors = new ArrayList<FieldError>();
        var unknown = new TreeSet<>(values.keySet());
        for (Race race : inPaperOrder) {
            FieldError fault = race.fault(values.get(race.id()));
            if (fault != null) {
                errors.add(fault);
            }
            unknown.remove(race.id());
        }
        unknown.stream().limit(5).map(Ballot::shortened)
                .forEach(id -> errors.add(FieldError.of(id, "kinds.vote.unknown-category", id)));
        if (errors.isEmpty()) {
            errors.add(FieldError.of(inPaperOrder[0].id(), "kinds.vote.empty"));
        }
        return Problem.invalid("kinds.vote.invalid", errors);
    }

    /** A name that came from outside may be of any length. */
    private static String shortened(String id) {
        return id.length() <= 40 ? id : id.substring(0, 40);
    }

    /** The candidates picked on a stored ballot, by category. */
    static Map<String, Object> picks(String body) {
        return new JsonObject(body).getJsonObject(PICKS).getMap();
    }

    /** One count for each pick of a stored ballot. */
    static List<Count> counts(String body) {
        var counts = new ArrayList<Count>();
        for (Object numbers : new JsonObject(body).getJsonObject(PICKS)) {
            var list = (JsonArray) ((Map.Entry<?, ?>) numbers).getValue();
            list.forEach(number -> counts.add(new Count(PICK, (String) number)));
        }
        return counts;
    }
}
