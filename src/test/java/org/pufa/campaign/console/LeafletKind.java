package org.pufa.campaign.console;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pufa.campaign.Answers;
import org.pufa.campaign.AttemptRequest;
import org.pufa.campaign.Content;
import org.pufa.campaign.Filled;
import org.pufa.campaign.Item;
import org.pufa.campaign.Kind;
import org.pufa.campaign.ReceiptRequest;
import org.pufa.campaign.ResultsRequest;
import org.pufa.campaign.Sitting;
import org.pufa.campaign.State;
import org.pufa.db.Tx;
import org.pufa.i18n.Lang;
import org.pufa.ledger.Count;
import org.pufa.ledger.Entries.SheetBody;
import org.pufa.ledger.Tallies;
import org.pufa.web.View;
import org.pufa.yaml.YamlMap;

/** The smallest kind there can be: one text, linked to its entry or not. */
final class LeafletKind implements Kind {

    record Leaflet(boolean linked) implements Plan {
    }

    @Override
    public String code() {
        return "leaflet";
    }

    @Override
    public Plan read(YamlMap definition) {
        return definition.map("leaflet").map(map -> {
            var plan = new Leaflet(map.flag("linked", true));
            map.noOthers();
            return plan;
        }).orElse(new Leaflet(true));
    }

    @Override
    public Future<JsonObject> pin(Tx tx, Plan plan) {
        return Future.succeededFuture(new JsonObject());
    }

    @Override
    public List<org.pufa.campaign.Collected> collects(Plan plan) {
        return List.of();
    }

    @Override
    public Future<Content> content(Tx tx, Plan plan, JsonObject pinned) {
        return Future.succeededFuture(new OneText());
    }

    private static final class OneText implements Content {

        @Override
        public List<Item> items(Sitting sitting, Lang lang) {
            return List.of();
        }

        @Override
        public boolean paperBelongsToSlot() {
            return false;
        }

        @Override
        public Filled fill(Sitting sitting, Answers answers) {
            return new Filled(Map.of("said", answers.text("said")), null, List.of());
        }

        @Override
        public List<Count> counts(String body) {
            return List.of();
        }

        @Override
        public View attemptPage(AttemptRequest request) {
            throw new UnsupportedOperationException();
        }

        @Override
        public View receiptPage(ReceiptRequest request) {
            throw new UnsupportedOperationException();
        }

        @Override
        public JsonObject receipt(Lang lang, Optional<SheetBody> sheet) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean publishes(State state) {
            return false;
        }

        @Override
        public View resultsPage(ResultsRequest request) {
            throw new UnsupportedOperationException();
        }

        @Override
        public JsonObject results(Lang lang, Tallies tallies) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<String> columns(Lang lang) {
            return List.of("说了什么");
        }

        @Override
        public List<String> cells(Lang lang, SheetBody sheet) {
            return List.of(new JsonObject(sheet.body()).getString("said"));
        }
    }
}
