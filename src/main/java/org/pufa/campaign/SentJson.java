package org.pufa.campaign;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.pufa.kernel.Problem;
import org.pufa.kernel.Problem.FieldError;
import org.pufa.web.PlainText;

/** A paper as a program sends it: {@code {"attempt": …, "answers": {item id: [option ids] | text | number}}}. */
record SentJson(String token, Answers answers) {

    private static final String TYPE = "campaign.answers.type";

    /** @throws Problem INVALID, naming every item whose answer is of no known form */
    static SentJson of(JsonObject body) {
        var errors = new ArrayList<FieldError>();
        if (!(body.getValue("attempt") instanceof String)) {
            errors.add(FieldError.of("attempt", "campaign.answers.attempt"));
        }
        Map<String, List<String>> values = new HashMap<>();
        if (body.getValue("answers") instanceof JsonObject answers) {
            for (var answer : answers) {
                values.put(answer.getKey(), values(answer.getKey(), answer.getValue(), errors));
            }
        } else {
            errors.add(FieldError.of("answers", "campaign.answers.missing"));
        }
        if (!errors.isEmpty()) {
            throw Problem.invalid("campaign.answers.invalid", errors);
        }
        return new SentJson(body.getString("attempt"), new Answers(values));
    }

    private static List<String> values(String item, Object sent, List<FieldError> errors) {
        if (!(sent instanceof JsonArray picks)) {
            return List.of(value(item, sent, errors));
        }
        var values = new ArrayList<String>(picks.size());
        for (Object pick : picks) {
            values.add(value(item, pick instanceof String ? pick : null, errors));
        }
        return List.copyOf(values);
    }

    /** The text or number as a browser would send it, or "" and an error. */
    private static String value(String item, Object sent, List<FieldError> errors) {
        if (sent instanceof String text) {
            return PlainText.of(text).orElseGet(() -> wrong(item, "web.form.characters", errors));
        } else if (sent instanceof Double number) {
            return Double.isFinite(number) ? BigDecimal.valueOf(number).stripTrailingZeros().toPlainString()
                    : wrong(item, TYPE, errors);
        } else if (sent instanceof Number number) {
            return number.toString();
        }
        return wrong(item, TYPE, errors);
    }

    private static String wrong(String item, String key, List<FieldError> errors) {
        if (errors.stream().noneMatch(error -> error.field().equals(item))) {
            errors.add(FieldError.of(item, key));
        }
        return "";
    }
}
