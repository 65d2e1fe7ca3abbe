package org.pufa.kinds.vote;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.pufa.campaign.Collected;
import org.pufa.campaign.Content;
import org.pufa.campaign.Kind;
import org.pufa.db.Tx;
import org.pufa.i18n.Messages;
import org.pufa.yaml.YamlMap;

/** The kind of campaign in which people vote for candidates. */
public final class VoteKind implements Kind {

    private final Messages messages;
    private final Pictures pictures;

    /** Takes the pictures of candidates from {@code question-bank/campaigns/pictures} of the class path. */
    public VoteKind(Messages messages) {
        this(messages, new Pictures("/question-bank/campaigns/pictures"));
    }

    VoteKind(Messages messages, Pictures pictures) {
        this.messages = messages;
        this.pictures = pictures;
    }

    @Override
    public String code() {
        return "vote";
    }

    @Override
    public Plan read(YamlMap definition) {
        return new VoteReader(pictures).read(definition);
    }

    /** All of a vote stands in its file, so there is nothing to pin. */
    @Override
    public Future<JsonObject> pin(Tx tx, Plan plan) {
        return Future.succeededFuture(new JsonObject());
    }

    @Override
    public List<Collected> collects(Plan plan) {
        return List.of(Collected.counted("kinds.vote.collected.ballot"));
    }

    @Override
    public Future<Content> content(Tx tx, Plan plan, JsonObject pinned) {
        return Future.succeededFuture(new Vote((VotePlan) plan, messages, pictures));
    }
}
