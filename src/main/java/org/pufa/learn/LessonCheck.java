package org.pufa.learn;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pufa.bank.Banks;
import org.pufa.bank.Citation;
import org.pufa.bank.QuestionRow;
import org.pufa.bank.law.Finding;
import org.pufa.bank.law.LawShelf;
import org.pufa.bank.law.Laws;
import org.pufa.db.Tx;
import org.pufa.kernel.Problem;
import org.pufa.kernel.Problem.FieldError;
import org.pufa.learn.markdown.SafeMarkdown;

/** Holds a page against what must be so before anybody reviews it: laws, questions and pictures that are there. */
public final class LessonCheck {

    private final Laws laws;
    private final Banks banks;
    private final SafeMarkdown markdown;

    LessonCheck(Laws laws, Banks banks, SafeMarkdown markdown) {
        this.laws = laws;
        this.banks = banks;
        this.markdown = markdown;
    }

    /**
     * What was found.
     *
     * @param errors what must be mended, by the name of the field
     * @param cited the articles that were understood, in their order, each once
     * @param unseen citations of which only the number was checked, because no text of the law is loaded
     */
    public record Found(List<FieldError> errors, List<Cite> cited, List<String> unseen) {

        public Found {
            errors = List.copyOf(errors);
            cited = List.copyOf(cited);
            unseen = List.copyOf(unseen);
        }
    }

    /** @param before what the same citations were understood as earlier; their words are kept where no text is loaded */
    public Future<Found> check(Tx tx, LessonText text, List<Cite> before) {
        var errors = new ArrayList<FieldError>();
        fields(text, errors);
        body(text, errors);
        return laws.shelf(tx).compose(shelf -> cited(tx, shelf, text, before, errors).compose(found ->
                questions(tx, text, errors).map(checked -> new Found(errors, found.cited(), found.unseen()))));
    }

    private static void fields(LessonText text, List<FieldError> errors) {
        required("title", text.title(), errors);
        required("summary", text.summary(), errors);
        required("body", text.body(), errors);
        if (text.sort().restsOnLaw() && text.citeLines().isEmpty()) {
            errors.add(FieldError.of("cites", "learn.check.cites-none"));
        }
        if (text.citeLines().size() > LessonText.MOST_CITES) {
            errors.add(FieldError.of("cites", "learn.check.cites-many", LessonText.MOST_CITES));
        }
        if (text.questionLines().size() > LessonText.MOST_QUESTIONS) {
            errors.add(FieldError.of("questions", "learn.check.questions-many", LessonText.MOST_QUESTIONS));
        }
    }

    private static void required(String field, String text, List<FieldError> errors) {
        if (text.isBlank()) {
            errors.add(FieldError.of(field, "web.form.required"));
        }
    }

    private void body(LessonText text, List<FieldError> errors) {
        var rendered = markdown.render(text.body(), text.shownPictures());
        if (rendered.tooDeep()) {
            errors.add(FieldError.of("body", "learn.check.deep"));
        }
        rendered.missing().forEach(name -> errors.add(FieldError.of("body", "learn.check.picture", name)));
        rendered.refused().forEach(address -> errors.add(FieldError.of("body", "learn.check.link", address)));
    }

    private Future<Found> cited(Tx tx, LawShelf shelf, LessonText text, List<Cite> before, List<FieldError> errors) {
        var cited = new ArrayList<Cite>();
        var unseen = new ArrayList<String>();
        Future<Void> all = Future.succeededFuture();
        for (String line : text.citeLines()) {
            var understood = shelf.understand(line, "");
            var citations = new ArrayList<>(List.of(understood.citation()));
            citations.addAll(understood.others());
            for (Citation citation : citations) {
                var faults = shelf.check(citation).stream().filter(Finding::isFault).toList();
                faults.forEach(fault -> errors.add(error(line, citation, fault)));
                if (faults.isEmpty() && cited.stream().noneMatch(one -> one.citation().equals(citation))) {
                    cited.add(new Cite(citation, quote(shelf, citation, before)));
                }
                if (faults.isEmpty() && shelf.article(citation).isEmpty()) {
                    unseen.add(citation.toString());
                }
            }
        }
        return all.compose(done -> quoted(tx, cited, text)).map(quoted -> new Found(errors, quoted, unseen));
    }

    private static FieldError error(String line, Citation citation, Finding fault) {
        return citation.isNone() || citation.law().isEmpty() ? FieldError.of("cites", "learn.check.cite", line)
                : new FieldError("cites", fault.key(), fault.args());
    }

    private static String quote(LawShelf shelf, Citation citation, List<Cite> before) {
        String words = shelf.words(citation);
        return !words.isEmpty() ? words : before.stream().filter(one -> one.citation().equals(citation))
                .map(Cite::quote).findFirst().orElse("");
    }

    /** Where no text of the law is loaded, a question of the page that quotes the same place has its words. */
    private Future<List<Cite>> quoted(Tx tx, List<Cite> cited, LessonText text) {
        if (cited.stream().noneMatch(cite -> cite.quote().isEmpty())) {
            return Future.succeededFuture(cited);
        }
        return practice(tx, text.questionRefs()).map(rows -> cited.stream().map(cite -> !cite.quote().isEmpty() ? cite
                : rows.stream().map(QuestionRow::question).filter(one -> one.citation().equals(cite.citation()))
                .map(one -> new Cite(cite.citation(), one.quote())).findFirst().orElse(cite)).toList());
    }

    private Future<Void> questions(Tx tx, LessonText text, List<FieldError> errors) {
        for (String line : text.questionLines()) {
            if (QuestionRef.parse(line).isEmpty()) {
                errors.add(FieldError.of("questions", "learn.check.question", line));
            }
        }
        Future<Void> all = Future.succeededFuture();
        for (QuestionRef ref : text.questionRefs()) {
            all = all.compose(before -> find(tx, ref)).map(found -> {
                if (found.isEmpty()) {
                    errors.add(FieldError.of("questions", "learn.check.question-unknown", ref.toString()));
                } else if (!found.get().usable()) {
                    errors.add(FieldError.of("questions", "learn.check.question-unused", ref.toString()));
                }
                return null;
            });
        }
        return all;
    }

    /** Those of these questions that may be shown now, in their order. */
    public Future<List<QuestionRow>> practice(Tx tx, List<QuestionRef> refs) {
        var rows = new ArrayList<QuestionRow>();
        Future<Void> all = Future.succeededFuture();
        for (QuestionRef ref : refs) {
            all = all.compose(before -> find(tx, ref)).map(found -> {
                found.filter(QuestionRow::usable).ifPresent(rows::add);
                return null;
            });
        }
        return all.map(rows);
    }

    private Future<Optional<QuestionRow>> find(Tx tx, QuestionRef ref) {
        return banks.find(tx, ref.bank(), ref.code()).map(Optional::of).recover(failure ->
                failure instanceof Problem problem && problem.sort() == Problem.Sort.NOT_FOUND
                        ? Future.succeededFuture(Optional.empty()) : Future.failedFuture(failure));
    }
}
