package org.pufa.campaign.launch;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pufa.campaign.Definition;
import org.pufa.campaign.DefinitionReader;
import org.pufa.db.Database;
import org.pufa.i18n.Lang;
import org.pufa.i18n.Messages;
import org.pufa.kernel.Problem;

/**
 * What keeps a draft from being a definition.
 *
 * @param definition what it is; nothing while the file itself has mistakes
 */
record Problems(Optional<Definition> definition, List<One> all) {

    /** One of them. @param field its path */
    record One(String field, String sentence) {

        /** Whether it stands beside the field of that name: a text in two languages is one field. */
        boolean isAt(String name) {
            return field.equals(name) || name.endsWith(".zh") && field.equals(name.substring(0, name.length() - 3));
        }
    }

    /** Finds all of them: those of the file, those of what it asks for, and an address that is taken. */
    static Future<Problems> of(Draft draft, DefinitionReader reader, Drafts drafts, Database database,
            Messages messages, Lang lang) {
        var reading = reader.read("", draft.tree().yaml());
        var all = new ArrayList<One>();
        reading.mistakes().forEach(mistake ->
                all.add(new One(mistake.field(), messages.get(lang, mistake.key(), mistake.args()))));
        return drafts.isTaken(draft, draft.tree().text("slug")).compose(taken -> {
            if (taken) {
                all.add(new One("slug", messages.get(lang, "campaign.launch.slug.taken", draft.tree().text("slug"))));
            }
            if (reading.definition().isEmpty()) {
                return Future.succeededFuture(new Problems(Optional.empty(), all));
            }
            var definition = reading.definition().get();
            return database.read(tx -> definition.kind().pin(tx, definition.plan())).map(pinned -> all)
                    .recover(failure -> missing(failure, all, messages, lang))
                    .map(found -> new Problems(reading.definition(), found));
        });
    }

    private static Future<ArrayList<One>> missing(Throwable failure, ArrayList<One> all, Messages messages,
            Lang lang) {
        if (!(failure instanceof Problem problem) || problem.sort() != Problem.Sort.INVALID) {
            return Future.failedFuture(failure);
        }
        problem.errors().forEach(error -> all.add(new One(error.field(), messages.get(lang, error.key(), error.args()))));
        return Future.succeededFuture(all);
    }

    /** Those of one step. */
    List<One> at(WizardStep step, String kind) {
        return all.stream().filter(one -> WizardStep.of(one.field(), kind) == step).toList();
    }
}
