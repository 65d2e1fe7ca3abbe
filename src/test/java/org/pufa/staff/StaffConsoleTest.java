package org.pufa.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.pufa.support.Browser;
import org.pufa.support.Console;
import org.pufa.support.TestDatabase;

class StaffConsoleTest {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.migrated();
    private static Console console;
    private static Browser admin;

    @BeforeAll
    static void open() {
        console = new Console(DATABASE, with -> List.of());
        console.account("wangmin", "admin");
        admin = console.signedIn("wangmin");
    }

    @Test
    void anAccountIsMadeAndItsLinkShownOnce() {
        admin.get("/console/staff/new");

        var made = admin.post("/console/staff", "display_name", "陈国平", "username", "chenguoping", "role", "manager");

        assertThat(made.statusCode()).isEqualTo(200);
        assertThat(made.headers().firstValue("cache-control")).contains("no-store");
        assertThat(made.body()).contains(console.origin() + "/console/setup?token");
        assertThat(admin.get("/console/staff").body()).contains("陈国平", "chenguoping", "活动管理员", "待设密码");
        assertThat(admin.get("/console/staff/chenguoping").body()).contains("陈国平", "生成链接", "停用账号")
                .doesNotContain("setup?token");
    }

    @Test
    void whatIsWrongIsSaidTogether() {
        admin.get("/console/staff/new");

        var refused = admin.post("/console/staff", "display_name", "", "username", "王敏");

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("href=\"#display_name\"", "href=\"#username\"", "href=\"#role\"");
    }

    @Test
    void aTakenNameIsRefused() {
        admin.get("/console/staff/new");

        var refused = admin.post("/console/staff", "display_name", "王小敏", "username", "wangmin", "role", "admin",
                "role", "editor", "unit", "");

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("已经有人用了", "id=\"username-wrong\"", "value=\"王小敏\"",
                "value=\"editor\" checked");
    }

    @Test
    void nobodyElseIsLeftSoTheLastAdministratorStays() {
        admin.get("/console/staff/wangmin");

        var refused = admin.post("/console/staff/wangmin/disabling");

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("最后一位系统管理员");
    }

    @Test
    void aDisabledAccountCanBeEnabledAgain() {
        console.account("guest", "auditor");
        assertThat(admin.get("/console/staff/guest/disabling").body()).contains("停用后立刻退出登录");
        admin.post("/console/staff/guest/disabling");
        assertThat(admin.get("/console/staff/guest").body()).contains("已停用", "恢复账号");
        assertThat(console.apiSession("guest", Console.PASSWORD).statusCode()).isEqualTo(401);

        admin.post("/console/staff/guest/enabling");

        assertThat(console.apiSession("guest", Console.PASSWORD).statusCode()).isEqualTo(201);
    }

    @Test
    void anUnknownAccountIsNotFound() {
        assertThat(admin.get("/console/staff/nobody").statusCode()).isEqualTo(404);
        assertThat(admin.get("/console/staff/NOT%20A%20NAME").statusCode()).isEqualTo(404);
    }

    @Test
    void theAuditLogIsPagedAndItsChainChecked() {
        console.database.inTx(tx -> {
            var all = io.vertx.core.Future.<Void>succeededFuture();
            for (int i = 0; i < 120; i++) {
                int number = i;
                all = all.compose(before -> console.audit.record(tx, "system", "test.note", "note-" + number + ".",
                        java.util.Map.of()));
            }
            return all;
        }).await();

        var first = admin.get("/console/audit").body();
        var older = first.replaceAll("(?s).*href=\"(/console/audit\\?before[^\"]+)\".*", "$1").replace("&#x3D;", "=");

        assertThat(first).contains("note-119.", "note-70.").doesNotContain("note-69.");
        assertThat(admin.get(older).body()).contains("note-69.", "note-20.").doesNotContain("note-70.", "note-19.");
        assertThat(admin.get("/console/audit/check").body()).contains("整条链完整");
    }

    @Test
    void aChangedAuditEventIsFound() {
        console.database.inTx(tx -> console.audit.record(tx, "system", "test.tamper", "x", java.util.Map.of())
                .compose(done -> tx.update("alter table audit_event disable trigger all"))
                .compose(done -> tx.update("update audit_event set subject = 'y' where action = 'test.tamper'"))
                .compose(done -> tx.update("alter table audit_event enable trigger all"))).await();

        assertThat(admin.get("/console/audit/check").body()).contains("与写下时不一样");

        console.database.inTx(tx -> tx.update("alter table audit_event disable trigger all")
                .compose(done -> tx.update("update audit_event set subject = 'x' where action = 'test.tamper'"))
                .compose(done -> tx.update("alter table audit_event enable trigger all"))).await();
    }

    @Test
    void everyPageComesInBothLanguages() {
        var english = console.signedIn("wangmin");
        english.get("/console/staff?lang=en");

        assertThat(english.get("/console/staff").body()).contains("Staff and roles", "Administrator");
        assertThat(english.get("/console/staff/new").body()).contains("New account", "Campaign manager");
        assertThat(english.get("/console/staff/wangmin").body()).contains("Reset the password");
        assertThat(english.get("/console/staff/wangmin/disabling").body()).contains("Disable the account of");
        assertThat(english.get("/console/audit").body()).contains("Audit log", "Signed in");
        assertThat(english.get("/console/audit/check").body()).contains("Check of the audit log");
        english.get("/console/staff/new");
        assertThat(english.post("/console/staff", "display_name", "E", "username", "ellen", "role", "auditor").body())
                .contains("The link is ready");
        String link = console.staff.reset("ellen").await();
        assertThat(english.get(link).body()).contains("Set your password");
    }
}
