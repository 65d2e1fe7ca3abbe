package org.pufa.campaign;

import io.vertx.core.Future;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.pufa.db.Tx;
import org.pufa.i18n.LocalText;
import org.pufa.kernel.CampaignId;

/** The rows of channels that staff added or changed. */
final class ChannelStore {

    private static final String ALL = """
            select code, name_zh, name_en, unit, retired_at is not null from channel
            where campaign_id = $1 order by number""";
    private static final String PUT = """
            insert into channel (campaign_id, code, name_zh, name_en, unit, created_by, created_at, retired_at)
            values ($1, $2, $3, $4, $5, $6, $7, case when $8 then $7::timestamptz end)
            on conflict on constraint channel_code do update set name_zh = excluded.name_zh,
              name_en = excluded.name_en, unit = excluded.unit,
              retired_at = case when $8 then coalesce(channel.retired_at, excluded.retired_at) end""";

    /** In the order in which they were added. */
    Future<List<Channel>> all(Tx tx, CampaignId campaign) {
        return tx.list(ALL, row -> new Channel(row.getString(0), new LocalText(row.getString(1), row.getString(2)),
                row.getString(3), row.getBoolean(4)), campaign.value());
    }

    /** Adds channels, or replaces what is known of those whose codes are there already. */
    Future<Void> put(Tx tx, CampaignId campaign, List<Channel> channels, String actor, Instant now) {
        OffsetDateTime at = now.atOffset(ZoneOffset.UTC);
        return tx.batch(PUT, channels.stream().map(channel -> Tuple.of(campaign.value(), channel.code(),
                channel.name().zh(), channel.name().en(), channel.unit(), actor).addValue(at)
                .addValue(channel.retired())).toList());
    }
}
