package org.pufa.campaign.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.pufa.campaign.Channel;
import org.pufa.kernel.Slug;
import org.pufa.support.Browser;
import org.pufa.support.TestDatabase;

class ChannelConsoleTest {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.migrated();
    private static CampaignTown town;
    private static Browser admin;

    @BeforeAll
    static void open() {
        town = new CampaignTown(DATABASE, true);
        admin = town.console.signedIn("wangmin");
        admin.get("/console/today");
    }

    @AfterAll
    static void close() {
        town.close();
    }

    private static String page(String path) {
        var answer = admin.get("/console/campaigns/" + path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer.body().replace("&#x3D;", "=");
    }

    private static List<Channel> channels(String slug) {
        return town.campaigns.get(slug).definition().channels();
    }

    @Test
    void aListAddsChannelsToARunningCampaignAndTheyCount() {
        var campaign = town.open("bulk", true);

        var added = admin.post("/console/campaigns/bulk/channels", "pasted", "清波街道,,上城区\n湖滨街道,hubin\n");

        assertThat(added.headers().firstValue("location")).contains("/console/campaigns/bulk/channels?added=2");
        assertThat(channels("bulk")).hasSize(4);
        town.enter(campaign, "hubin", 3);
        assertThat(page("bulk/channels?added=2")).contains("已添加 2 个渠道", "清波街道", "上城区", "?ch=hubin",
                "data-live=\"channel.hubin\">3</a>", "直接打开");
        assertThat(page("bulk")).contains("湖滨街道");
        assertThat(page("bulk/channels?q=湖滨")).contains("湖滨街道").doesNotContain("清波街道");
        assertThat(admin.get("/console/audit").body()).contains("添加渠道");
    }

    @Test
    void aListWithMistakesSavesNothingAndStaysAsItWasTyped() {
        town.open("wrong-list", true);

        var refused = admin.post("/console/campaigns/wrong-list/channels", "pasted", "清波街道\n,x\n公众号");

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("名单里有 2 处要改", "<td>2</td>", "<td>3</td>", "清波街道\n,x\n公众号");
        assertThat(channels("wrong-list")).hasSize(2);
    }

    @Test
    void aChannelIsRenamedRetiredAndRestoredButKeepsItsCodeAndCounts() {
        var campaign = town.open("renamed", true);
        town.enter(campaign, "poster", 2);

        admin.post("/console/campaigns/renamed/channels/poster", "name", "地铁海报", "english", "", "unit", "地铁集团");
        admin.post("/console/campaigns/renamed/channels/poster/retirement", "retired", "true");

        assertThat(page("renamed/channels?show=retired")).contains("地铁海报", "已停用", ">2</a>");
        assertThat(page("renamed/channels")).doesNotContain("地铁海报");
        assertThat(channels("renamed")).contains(new Channel("poster", org.pufa.i18n.LocalText.of("地铁海报"), "地铁集团",
                true));
        admin.post("/console/campaigns/renamed/channels/poster/retirement", "retired", "false");
        assertThat(page("renamed/channels")).contains("地铁海报");
    }

    @Test
    void aNameIsRefusedWithWhatWasTyped() {
        town.open("long-name", true);

        var refused = admin.post("/console/campaigns/long-name/channels/gzh", "name", "长".repeat(41), "english", "", "unit",
                "");

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("value=\"" + "长".repeat(41) + "\"");
    }

    @Test
    void aRowOfTheTableStaysForEver() {
        town.open("stays", true);
        admin.post("/console/campaigns/stays/channels", "pasted", "清波街道,qb");

        var deleting = town.console.database.inTx(tx -> tx.update("delete from channel where code = 'qb'"));

        assertThat(deleting.transform(done -> io.vertx.core.Future.succeededFuture(done.failed())).await()).isTrue();
        assertThat(town.desk.find(new Slug("stays")).await()).isPresent();
    }

    @Test
    void everyFileOfAChannelCanBeHad() {
        town.draft("files", true, CampaignTown.LATER);

        for (String sheet : List.of("a4", "a3", "phone", "qr")) {
            for (String type : List.of("pdf", "png", "svg")) {
                var file = admin.get("/console/campaigns/files/channels/gzh/files/" + sheet + "." + type);
                assertThat(file.statusCode()).as(sheet + type).isEqualTo(200);
                assertThat(file.headers().firstValue("content-type").orElse("")).contains(type.equals("pdf") ? "pdf" : "image/");
            }
        }
        assertThat(admin.get("/console/campaigns/files/channels/gzh/files/a5.pdf").statusCode()).isEqualTo(404);
        assertThat(admin.get("/console/campaigns/files/channels/none/files/a4.pdf").statusCode()).isEqualTo(404);
        assertThat(admin.get("/console/campaigns/files/channels/direct/files/qr.svg").statusCode()).isEqualTo(200);
        var zip = admin.get("/console/campaigns/files/channels/_all/files?as=a4.pdf&pack=zip");
        assertThat(zip.headers().firstValue("content-type")).contains("application/zip");
        assertThat(Pattern.compile("^PK").matcher(zip.body()).find()).isTrue();
        assertThat(admin.get("/console/campaigns/files/channels/_all/files?as=a4.pdf&pack=pdf").body()).startsWith("%PDF");
    }

    @Test
    void aChannelPageShowsItsLinkAndItsPoster() {
        town.open("one-page", true);

        assertThat(page("one-page/channels/gzh")).contains("公众号", "/c/one-page?ch=gzh", "files/a4.png", "手机竖图",
                "还没有设公开网址");
        assertThat(page("one-page/channels/direct")).contains("/c/one-page").doesNotContain("停用渠道");
        assertThat(page("one-page/channels/gzh?lang=en")).contains("Phone screen");
        page("one-page/channels?lang=zh");
    }
}
