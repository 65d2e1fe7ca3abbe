package org.pufa.outreach.console;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.pufa.outreach.Activity;
import org.pufa.outreach.ActivityCheck;
import org.pufa.outreach.Figure;
import org.pufa.web.FormFields;

/** What stands in the fields of a form: nothing yet, what somebody typed, or what the record holds. */
record Typed(Function<String, String> one, Function<String, List<String>> many) {

    static Typed of(FormFields form) {
        return new Typed(form::raw, name -> form.many(name).get());
    }

    /** @param fields what stands in the fields of a new form */
    static Typed of(Map<String, String> fields) {
        return new Typed(name -> fields.getOrDefault(name, ""), name -> List.of());
    }

    static Typed of(Activity activity) {
        Map<String, String> one = new HashMap<>(Map.of("kind", activity.kind().code(), "title", activity.title(),
                "starts", activity.starts().toString(), "ends",
                activity.ends().equals(activity.starts()) ? "" : activity.ends().toString(), "place", activity.place(),
                "district", activity.district(), "notes", activity.notes(),
                "laws", String.join("、", activity.laws()), "partners", String.join("、", activity.partners())));
        var given = new ArrayList<Figure>();
        for (Figure figure : activity.figures()) {
            if (figure.gathering().isPresent()) {
                one.put("gathering", Long.toString(figure.gathering().get()));
            } else if (figure.title().isPresent()) {
                given.add(figure);
                one.put("given." + given.size(), Long.toString(figure.amount()));
                one.put("given." + given.size() + ".title", Long.toString(figure.title().get()));
            } else {
                one.put(ActivityCheck.field(figure.measure()), Long.toString(figure.amount()));
                one.put("counted." + figure.measure().code(), figure.counted().code());
            }
        }
        Map<String, List<String>> many = Map.of("audience", activity.audiences(), "campaign", activity.campaigns());
        return new Typed(name -> one.getOrDefault(name, ""), name -> many.getOrDefault(name, List.of()));
    }

    String get(String name) {
        return one.apply(name);
    }

    boolean has(String name, String value) {
        return many.apply(name).contains(value);
    }
}
