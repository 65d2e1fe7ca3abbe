package org.pufa.bank;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What loading a draft into a bank must do.
 *
 * @param added ids of questions the bank does not have
 * @param revisions to be written
 */
record LoadPlan(List<String> added, List<NewRevision> revisions, int unchanged) {

    static LoadPlan of(BankDraft draft, List<QuestionRow> rows) {
        var latest = rows.stream().map(QuestionRow::revision)
                .collect(Collectors.toMap(revision -> revision.question().id(), Function.identity()));
        var added = new ArrayList<String>();
        var revisions = new ArrayList<NewRevision>();
        for (Question question : draft.questions()) {
            var known = latest.get(question.id());
            if (known == null) {
                added.add(question.id());
                revisions.add(new NewRevision(1, question, ""));
            } else if (!known.question().equals(question)) {
                revisions.add(new NewRevision(known.number() + 1, question, ""));
            }
        }
        return new LoadPlan(added, revisions, draft.questions().size() - revisions.size());
    }

    private List<String> changed() {
        return revisions.stream().filter(revision -> revision.number() > 1)
                .map(revision -> revision.question().id() + "/" + revision.number()).toList();
    }

    Map<String, Object> details() {
        return Map.of("added", added, "changed", changed(), "unchanged", unchanged);
    }

    LoadResult result(Bank bank) {
        return new LoadResult(bank, added.size(), revisions.size() - added.size(), unchanged);
    }
}
