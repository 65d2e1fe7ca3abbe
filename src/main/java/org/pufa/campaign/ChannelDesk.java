package org.pufa.campaign;

import io.vertx.core.Future;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.pufa.audit.AuditLog;
import org.pufa.db.Database;
import org.pufa.db.Tx;
import org.pufa.i18n.LocalText;
import org.pufa.kernel.Problem;
import org.pufa.kernel.Slug;
import org.pufa.yaml.Mistake;

/** What staff do with the channels of a campaign, before its launch and after: they are no part of its rules. */
public final class ChannelDesk {

    private final Database database;
    private final CampaignDesk campaigns;
    private final AuditLog audit;
    private final ChannelCodes codes;
    private final Clock clock;
    private final CampaignStore rows = new CampaignStore();
    private final ChannelStore store = new ChannelStore();

    public ChannelDesk(Database database, CampaignDesk campaigns, AuditLog audit, SecureRandom random, Clock clock) {
        this.database = Objects.requireNonNull(database);
        this.campaigns = Objects.requireNonNull(campaigns);
        this.audit = Objects.requireNonNull(audit);
        this.codes = new ChannelCodes(random::nextInt);
        this.clock = Objects.requireNonNull(clock);
    }

    /** What became of a list: the channels that were added, or why none was. */
    public record Added(List<Channel> channels, List<Mistake> mistakes) {
    }

    /** The definition with the channels that the campaign has now. */
    public Future<Definition> current(CampaignRow campaign, Definition definition) {
        return database.read(tx -> store.all(tx, campaign.id()))
                .map(added -> definition.withChannels(Channel.merged(definition.channels(), added)));
    }

    /**
     * Adds the channels of a list, all or none. Fails with NOT_FOUND for an unknown campaign.
     *
     * @param name what messages call the list
     * @param list one channel in each line: name[,code][,unit]
     */
    public Future<Added> add(Slug slug, String name, String list, String actor) {
        return database.inTx(tx -> locked(tx, slug).compose(campaign -> {
            var reading = ChannelList.read(name, list, campaign.channels(), codes);
            if (!reading.mistakes().isEmpty()) {
                return Future.succeededFuture(new Added(List.of(), reading.mistakes()));
            }
            var names = reading.channels().stream().map(one -> one.code() + " " + one.name().zh()).toList();
            return save(tx, campaign, reading.channels(), actor, "campaign.channels",
                    Map.of("count", (long) names.size(), "channels", names))
                    .map(new Added(reading.channels(), List.of()));
        }));
    }

    /**
     * Gives a channel another name or unit; its code stays. Fails with NOT_FOUND where there is no such channel.
     */
    public Future<Void> rename(Slug slug, String code, LocalText name, String unit, String actor) {
        return change(slug, code, actor, "campaign.channel-rename",
                old -> new Channel(code, name, unit, old.retired()));
    }

    /** Retires a channel, or takes it back into use. Its counts stay in either case. */
    public Future<Void> retire(Slug slug, String code, boolean retired, String actor) {
        return change(slug, code, actor, retired ? "campaign.channel-retire" : "campaign.channel-restore",
                old -> new Channel(code, old.name(), old.unit(), retired));
    }

    private Future<Void> change(Slug slug, String code, String actor, String action, UnaryOperator<Channel> change) {
        return database.inTx(tx -> locked(tx, slug).compose(campaign -> {
            Channel old = campaign.channels().stream().filter(one -> one.code().equals(code)).findFirst()
                    .orElseThrow(() -> Problem.notFound("campaign.channel.unknown", code));
            Channel changed = change.apply(old);
            return changed.equals(old) ? Future.succeededFuture() : save(tx, campaign, List.of(changed), actor, action,
                    Map.of("code", code, "before", old.name().zh(), "after", changed.name().zh()));
        }));
    }

    private record Locked(CampaignRow row, List<Channel> channels) {
    }

    /** Nobody else changes the campaign's channels before this transaction ends. */
    private Future<Locked> locked(Tx tx, Slug slug) {
        return rows.lock(tx, slug).compose(found -> {
            CampaignRow row = found.orElseThrow(() -> Problem.notFound("campaign.unknown", slug.value()));
            return store.all(tx, row.id()).map(added -> new Locked(row,
                    Channel.merged(campaigns.definitionOf(row).channels(), added)));
        });
    }

    private Future<Void> save(Tx tx, Locked campaign, List<Channel> channels, String actor, String action,
            Map<String, Object> details) {
        Slug slug = campaign.row().slug();
        return store.put(tx, campaign.row().id(), channels, actor, clock.instant())
                .compose(put -> audit.record(tx, actor, action, slug.value(), details))
                .compose(recorded -> rows.tellOthers(tx, slug));
    }
}
