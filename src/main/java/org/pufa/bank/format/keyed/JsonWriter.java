package org.pufa.bank.format.keyed;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.pufa.bank.Album;
import org.pufa.bank.Bank;
import org.pufa.bank.BankExport;
import org.pufa.bank.Exported;
import org.pufa.bank.Question;
import org.pufa.bank.QuestionType;
import org.pufa.bank.format.Base64Text;
import org.pufa.bank.format.Carriage;

/** Writes a bank as one JSON object, with the keys of the YAML. */
public final class JsonWriter implements BankExport {

    /** For pictures, in bytes: they grow by a third, and the file must not grow beyond what can be read back. */
    private static final long ROOM = 10L << 20;

    @Override
    public String format() {
        return "json";
    }

    @Override
    public String contentType() {
        return "application/json";
    }

    @Override
    public String extension() {
        return "json";
    }

    @Override
    public List<Part> keeps() {
        return List.of(Part.values());
    }

    @Override
    public Exported write(Bank bank, List<Question> questions, Album album) {
        return Carriage.write(questions, Carriage.within(ROOM, album), carried -> bytes(bank, carried, album));
    }

    private static byte[] bytes(Bank bank, List<Question> questions, Album album) {
        var list = new JsonArray();
        questions.forEach(question -> list.add(json(bank, question, album)));
        var file = new JsonObject().put("bank", bank.code()).put("title", bank.title()).put("law", bank.law())
                .put("version", bank.version()).put("questions", list);
        return file.encodePrettily().getBytes(StandardCharsets.UTF_8);
    }

    private static JsonObject json(Bank bank, Question question, Album album) {
        var json = new JsonObject().put("id", question.id()).put("type", question.type().code())
                .put("topic", question.topic()).put("difficulty", question.difficulty()).put("stem", question.stem());
        if (question.type() != QuestionType.JUDGE) {
            var options = new JsonObject();
            question.options().forEach(option -> options.put(option.letter(), option.text()));
            json.put("options", options);
        }
        var citation = question.citation();
        json.put("answer", new JsonArray(question.answer()))
                .put("cite", citation.law().equals(bank.law()) ? citation.article() : citation.toString())
                .put("quote", question.quote()).put("explain", question.explanation());
        var pictures = new JsonArray();
        question.pictures().forEach(one -> pictures.add(new JsonObject().put("place", one.place()).put("alt", one.alt())
                .put("data", Base64Text.of(album.get(one).content()))));
        return pictures.isEmpty() ? json : json.put("pictures", pictures);
    }
}
