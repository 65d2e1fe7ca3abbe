package org.pufa.campaign;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.WriteStream;
import io.vertx.ext.web.Router;
import java.util.HexFormat;
import java.util.List;
import org.pufa.i18n.Format;
import org.pufa.i18n.Lang;
import org.pufa.i18n.LocalText;
import org.pufa.kernel.CampaignId;
import org.pufa.kernel.Problem;
import org.pufa.ledger.Block;
import org.pufa.ledger.ChainHead;
import org.pufa.ledger.Position;
import org.pufa.ledger.PublicLog;
import org.pufa.web.Pages;
import org.pufa.web.Request;
import org.pufa.web.Routes;
import org.pufa.web.View;

/** Shows the public log of a campaign to people, and gives it whole to those who check it. */
final class LogPages implements Routes {

    /** How many blocks a page shows. */
    static final int BLOCKS = 50;

    private static final String LINES = "application/x-ndjson; charset=utf-8";

    /** A block in a table. */
    record Row(String chain, String height, String count, String sealed, String hash) {
    }

    /** Model of {@code campaign/log}. */
    record LogPage(String title, LocalText name, String landingUrl, List<Row> heads, List<Row> blocks, String firstUrl,
            String nextUrl, String downloadUrl) {
    }

    private final Hall hall;
    private final Pages pages;
    private final CampaignWords words;
    private final PublicLog log = new PublicLog();

    LogPages(Hall hall, Pages pages, CampaignWords words) {
        this.hall = hall;
        this.pages = pages;
        this.words = words;
    }

    @Override
    public void mount(Router router) {
        CampaignPages.look(router, "/c/:slug/log", pages, this::log);
        CampaignPages.look(router, "/c/:slug/log.jsonl", pages, this::lines);
    }

    /** Where a page of the log begins: {@code ?from=0.3.17}. @throws Problem MALFORMED when it is no position */
    static Position position(Request request) {
        return request.query("from").map(text -> Position.parse(text)
                .orElseThrow(() -> Problem.malformed("campaign.log.position", text))).orElse(Position.START);
    }

    private Future<View> log(Request request) {
        Campaign campaign = hall.campaign(request);
        Position from = position(request);
        return hall.database().read(tx -> log.heads(tx, campaign.id())
                .compose(heads -> log.blocks(tx, campaign.id(), from, BLOCKS)
                        .map(page -> View.page("campaign/log", page(request.lang(), campaign, heads, page,
                                from.equals(Position.START))))));
    }

    private LogPage page(Lang lang, Campaign campaign, List<ChainHead> heads, PublicLog.Page page, boolean first) {
        String path = campaign.path() + "/log";
        return new LogPage(words.say(lang, "log"), campaign.definition().title(), campaign.path(),
                heads.stream().map(head -> new Row(head.chain().name(), Format.number(head.height()), "", "",
                        head.hash())).toList(),
                page.blocks().stream().map(block -> row(lang, block)).toList(), first ? "" : path,
                page.next().map(next -> path + "?from=" + next).orElse(""), path + ".jsonl");
    }

    private static Row row(Lang lang, Block block) {
        return new Row(block.chain().name(), Format.number(block.height()), Format.number(block.count()),
                Format.moment(lang, block.sealedAt()), HexFormat.of().formatHex(block.hash()));
    }

    private Future<View> lines(Request request) {
        Campaign campaign = hall.campaign(request);
        return Future.succeededFuture(View.download(LINES, campaign.slug() + "-log.jsonl",
                out -> write(out, campaign.id(), Position.START)));
    }

    /** Page by page, each when the one before has left: a slow reader holds neither memory nor a connection. */
    private Future<Void> write(WriteStream<Buffer> out, CampaignId campaign, Position from) {
        return hall.database().read(tx -> log.blocks(tx, campaign, from, PublicLog.LARGEST_PAGE)).compose(page -> {
            var lines = Buffer.buffer();
            page.blocks().forEach(block -> lines.appendString(PublicLog.line(block)).appendString("\n"));
            return out.write(lines).compose(written -> page.next().isEmpty() ? Future.succeededFuture()
                    : write(out, campaign, page.next().get()));
        });
    }
}
