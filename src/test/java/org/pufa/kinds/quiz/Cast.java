package org.pufa.kinds.quiz;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.pufa.bank.Citation;
import org.pufa.bank.PictureType;
import org.pufa.bank.Question;
import org.pufa.bank.Question.Option;
import org.pufa.bank.QuestionPicture;
import org.pufa.bank.QuestionRevision;
import org.pufa.bank.QuestionType;
import org.pufa.campaign.Answers;
import org.pufa.campaign.Attempt;
import org.pufa.campaign.Campaign;
import org.pufa.campaign.Channel;
import org.pufa.campaign.Definition;
import org.pufa.campaign.Kind;
import org.pufa.campaign.Sitting;
import org.pufa.campaign.State;
import org.pufa.i18n.LocalText;
import org.pufa.i18n.Messages;
import org.pufa.kernel.CampaignId;
import org.pufa.kernel.Hmac;
import org.pufa.kernel.Pseudonym;
import org.pufa.kernel.ReceiptCode;
import org.pufa.kernel.Slug;
import org.pufa.kernel.Window;
import org.pufa.ledger.Book;
import org.pufa.ledger.Limit;

/** A small bank, a quiz drawn from it, and people who take it. */
final class Cast {

    static final Messages MESSAGES = new Messages(List.of("web", "yaml", "campaign", "kinds.quiz"));
    static final Instant NOW = Instant.parse("2026-11-23T02:42:00Z");
    static final CampaignId CAMPAIGN = new CampaignId(7);
    static final QuizPlan PLAN = new QuizPlan("labor", new Blueprint(List.of(
            new DrawRow(QuestionType.SINGLE, Set.of("试用期"), Set.of(), 1),
            new DrawRow(QuestionType.SINGLE, Set.of(), Set.of(1, 2), 1),
            new DrawRow(QuestionType.MULTIPLE, Set.of(), Set.of(), 1),
            new DrawRow(QuestionType.JUDGE, Set.of(), Set.of(), 2))),
            Map.of(QuestionType.SINGLE, 20, QuestionType.MULTIPLE, 30, QuestionType.JUDGE, 15), 60);
    static final List<QuestionRevision> REVISIONS = revisions(0);
    static final QuizContent CONTENT = content(REVISIONS);

    private Cast() {
    }

    static QuizContent content(List<QuestionRevision> revisions) {
        return new QuizContent(PLAN, revisions, MESSAGES);
    }

    /** The same questions; another {@code key} makes other answers right. */
    static List<QuestionRevision> revisions(int key) {
        var questions = new ArrayList<Question>();
        for (int i = 0; i < 6; i++) {
            questions.add(question("S-" + i, QuestionType.SINGLE, i % 2 == 0 ? "试用期" : "订立合同", 1 + i % 3,
                    letters(4), List.of(letters(4).get((i + key) % 4))));
            questions.add(question("M-" + i, QuestionType.MULTIPLE, "订立合同", 1 + i % 3, letters(5),
                    List.of(letters(5).get((i + key) % 5), letters(5).get((i + key + 2) % 5))));
            questions.add(question("J-" + i, QuestionType.JUDGE, "试用期", 1 + i % 3, List.of("对", "错"),
                    List.of((i + key) % 2 == 0 ? "对" : "错")));
        }
        var revisions = new ArrayList<QuestionRevision>();
        questions.forEach(question -> revisions.add(
                new QuestionRevision(9100 + revisions.size(), "labor", 2, question, "ana", NOW, "")));
        return revisions;
    }

    /** The same questions, each with a picture below its stem, and choices with one in option A. */
    static List<QuestionRevision> pictured() {
        return REVISIONS.stream().map(revision -> {
            var question = revision.question();
            var pictures = new ArrayList<>(List.of(new QuestionPicture(QuestionPicture.STEM, "图 " + question.id().substring(2)
                    + " \"<b>\"", "ab".repeat(32), PictureType.PNG, 640, 480)));
            if (question.type() != QuestionType.JUDGE) {
                pictures.add(new QuestionPicture("A", "选项图", "cd".repeat(32), PictureType.JPEG, 90, 60));
            }
            return new QuestionRevision(revision.id(), revision.bank(), revision.number(), new Question(question.id(),
                    question.type(), question.topic(), question.difficulty(), question.stem(), question.options(),
                    question.answer(), question.citation(), question.quote(), question.explanation(), pictures),
                    revision.createdBy(), revision.createdAt(), revision.reason());
        }).toList();
    }

    private static List<String> letters(int count) {
        return Stream.of("A", "B", "C", "D", "E").limit(count).toList();
    }

    private static Question question(String id, QuestionType type, String topic, int difficulty, List<String> letters,
            List<String> answer) {
        var options = type == QuestionType.JUDGE ? Question.JUDGEMENTS
                : letters.stream().map(letter -> new Option(letter, "选项内容" + id + "甲" + letter)).toList();
        return new Question(id, type, topic, difficulty, "题干" + id.hashCode() + "，怎样做？", options, answer,
                new Citation("劳动合同法", "2012-12-28修正", "第十九条第一款"), "原文" + id + "\n第二行", "解释" + id);
    }

    static Asked asked(String id) {
        return REVISIONS.stream().filter(revision -> revision.question().id().equals(id))
                .map(revision -> Asked.of(revision, PLAN)).findFirst().orElseThrow();
    }

    static byte[] seed(long number) {
        return ByteBuffer.allocate(32).putLong(number).array();
    }

    static Sitting sitting(long number) {
        return new Sitting(attempt(), seed(number));
    }

    static Attempt attempt() {
        return new Attempt(CAMPAIGN, 1, new Pseudonym(new UUID(1, 2)), 0, new ReceiptCode(123456789012345L), NOW,
                NOW.plusSeconds(3600), "direct");
    }

    static Paper paper(long seed) {
        return new Papers(PLAN.draw(), Asked.byRevision(REVISIONS, PLAN).values()).draw(seed(seed));
    }

    /** Every question answered rightly, in the ids of the paper. */
    static Answers right(Paper paper) {
        return answers(paper, true);
    }

    /** Every question answered, none rightly. */
    static Answers wrong(Paper paper) {
        return answers(paper, false);
    }

    private static Answers answers(Paper paper, boolean right) {
        var values = new java.util.HashMap<String, List<String>>();
        for (Paper.Place place : paper.places()) {
            var picks = new ArrayList<String>();
            for (int i = 0; i < place.shown().size(); i++) {
                if (place.asked().answer().contains(place.shown().get(i)) == right) {
                    picks.add(Paper.Place.optionId(i));
                }
            }
            values.put(place.id(), place.asked().isMultiple() ? picks : picks.subList(0, 1));
        }
        return new Answers(values);
    }

    static Campaign campaign(QuizContent content) {
        var window = new Window(NOW.minus(Duration.ofDays(1)), NOW.plus(Duration.ofDays(30)));
        Kind kind = new QuizKind(new org.pufa.bank.Banks(files -> null, new org.pufa.audit.AuditLog(
                java.time.Clock.systemUTC()), java.time.Clock.systemUTC()), MESSAGES);
        var title = new LocalText("劳动合同法每日五题", "Five questions a day");
        var definition = new Definition(new Slug("labor-quiz"), kind, title, title, title, LocalText.of("某市人社局"),
                "12333", new Definition.Opening.Fixed(window), new Limit(Limit.Period.DAY, 1), 3,
                List.of(new Channel("gzh", title)), List.of(), title, PLAN);
        var book = new Book(CAMPAIGN, true, new Limit(Limit.Period.DAY, 1), window, true,
                new Hmac(seed(99)));
        return new Campaign(CAMPAIGN, 1, definition, content, book, State.OPEN);
    }
}
