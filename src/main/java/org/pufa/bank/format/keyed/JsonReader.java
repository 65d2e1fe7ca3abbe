package org.pufa.bank.format.keyed;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.pufa.bank.format.TextBytes;
import org.pufa.bank.intake.QuestionReader;
import org.pufa.bank.intake.RawQuestion;
import org.pufa.bank.intake.SourceFile;
import org.pufa.bank.intake.UnreadableFile;

/**
 * Reads a bank in JSON: the keys of the YAML, or only the list of questions. JSON that holds something else is known
 * here too, since read as free text it would make questions that nobody wrote.
 */
public final class JsonReader implements QuestionReader {

    private static final Pattern BEGINNING = Pattern.compile("\\s*(?:\\[\\s*)?\\{\\s*\"[^\"\\n]{0,100}\"\\s*:");
    private static final JsonFactory FACTORY = new JsonFactory();

    @Override
    public String format() {
        return "json";
    }

    @Override
    public boolean recognises(SourceFile file) {
        return BEGINNING.matcher(TextBytes.beginning(file.content())).lookingAt();
    }

    @Override
    public List<RawQuestion> read(SourceFile file) throws UnreadableFile {
        try (JsonParser json = FACTORY.createParser(TextBytes.text(file.content()))) {
            return new Reading(json).file();
        } catch (JsonProcessingException e) {
            throw new UnreadableFile("bank.intake.keyed.broken",
                    e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNr()));
        } catch (IOException e) {
            throw new UnreadableFile("bank.intake.keyed.broken", 1);
        }
    }

    /** One file while it is read. */
    private static final class Reading {

        private final JsonParser json;
        private final List<KeyedQuestion> questions = new ArrayList<>();
        private String law = "";
        private boolean found;

        Reading(JsonParser json) {
            this.json = json;
        }

        List<RawQuestion> file() throws IOException, UnreadableFile {
            JsonToken first = json.nextToken();
            if (first == JsonToken.START_ARRAY) {
                questions();
            } else if (first == JsonToken.START_OBJECT) {
                bank();
            } else {
                throw new UnreadableFile("bank.intake.keyed.broken", 1);
            }
            if (!found) {
                throw new UnreadableFile("bank.intake.keyed.none");
            }
            return questions.stream().map(question -> question.raw(law)).toList();
        }

        private void bank() throws IOException {
            while (json.nextToken() != JsonToken.END_OBJECT) {
                String key = json.currentName();
                JsonToken value = json.nextToken();
                if (key.equals("questions") && value == JsonToken.START_ARRAY) {
                    questions();
                } else if (key.equals("law") && value.isScalarValue()) {
                    law = json.getValueAsString("");
                } else {
                    json.skipChildren();
                }
            }
        }

        private void questions() throws IOException {
            found = true;
            while (json.nextToken() != JsonToken.END_ARRAY) {
                var question = new KeyedQuestion(json.currentTokenLocation().getLineNr());
                questions.add(question);
                if (json.currentToken() == JsonToken.START_OBJECT) {
                    question(question);
                } else {
                    question.unknown("questions");
                    json.skipChildren();
                }
            }
        }

        private void question(KeyedQuestion question) throws IOException {
            while (json.nextToken() != JsonToken.END_OBJECT) {
                String key = json.currentName();
                JsonToken value = json.nextToken();
                if (value.isScalarValue() && KeyedQuestion.TEXTS.contains(key)) {
                    question.text(key, json.getValueAsString(""));
                } else if (value.isScalarValue() && key.equals(KeyedQuestion.ANSWER)) {
                    question.answer(json.getValueAsString(""));
                } else if (value == JsonToken.START_ARRAY && key.equals(KeyedQuestion.ANSWER)) {
                    texts(question, false);
                } else if (value == JsonToken.START_ARRAY && key.equals(KeyedQuestion.OPTIONS)) {
                    texts(question, true);
                } else if (value == JsonToken.START_OBJECT && key.equals(KeyedQuestion.OPTIONS)) {
                    lettered(question);
                } else if (value == JsonToken.START_ARRAY && key.equals(KeyedQuestion.PICTURES)) {
                    pictures(question);
                } else {
                    question.unknown(key);
                    json.skipChildren();
                }
            }
        }

        private void texts(KeyedQuestion question, boolean options) throws IOException {
            while (json.nextToken() != JsonToken.END_ARRAY) {
                if (!json.currentToken().isScalarValue()) {
                    question.unknown(options ? KeyedQuestion.OPTIONS : KeyedQuestion.ANSWER);
                    json.skipChildren();
                } else if (options) {
                    question.option("", json.getValueAsString(""));
                } else {
                    question.answer(json.getValueAsString(""));
                }
            }
        }

        private void pictures(KeyedQuestion question) throws IOException {
            while (json.nextToken() != JsonToken.END_ARRAY) {
                if (json.currentToken() == JsonToken.START_OBJECT) {
                    question.picture(texts());
                } else {
                    question.unknown(KeyedQuestion.PICTURES);
                    json.skipChildren();
                }
            }
        }

        /** The members of an object that are texts. */
        private Map<String, String> texts() throws IOException {
            var texts = new LinkedHashMap<String, String>();
            while (json.nextToken() != JsonToken.END_OBJECT) {
                String key = json.currentName();
                if (json.nextToken().isScalarValue()) {
                    texts.put(key, json.getValueAsString(""));
                } else {
                    texts.put(key + "?", "");
                    json.skipChildren();
                }
            }
            return texts;
        }

        private void lettered(KeyedQuestion question) throws IOException {
            while (json.nextToken() != JsonToken.END_OBJECT) {
                String letter = json.currentName();
                boolean text = json.nextToken().isScalarValue();
                question.option(letter, text ? json.getValueAsString("") : "");
                if (!text) {
                    json.skipChildren();
                }
            }
        }
    }
}
