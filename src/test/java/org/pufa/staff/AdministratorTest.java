package org.pufa.staff;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.pufa.support.Authenticator;
import org.pufa.support.Browser;
import org.pufa.support.Console;
import org.pufa.support.TestDatabase;

/** What administrators do with the accounts of others. */
class AdministratorTest {

    private static final String PEOPLE = "/console/staff/";

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.migrated();
    private Console console;
    private Browser admin;

    @BeforeEach
    void open() {
        console = new Console(DATABASE, with -> List.of());
        console.account("wangmin", "admin");
        admin = console.signedIn("wangmin");
    }

    @AfterEach
    void nobody() {
        console.database.inTx(tx -> tx.update("truncate staff_account, staff_try cascade")).await();
    }

    private static boolean isIn(Browser browser) {
        return browser.get("/console/account").statusCode() == 200;
    }

    /** Opens the account's page and sends one of its forms. */
    private int act(String username, String step, String... fields) {
        admin.get(PEOPLE + username);
        return admin.post(PEOPLE + username + step, fields).statusCode();
    }

    private List<String> actions() {
        return console.database.read(tx -> console.audit.before(tx, Long.MAX_VALUE, 5)).await().stream()
                .map(event -> event.action() + " " + event.subject()).toList();
    }

    @Test
    void aLinkThatWasNotUsedIsRenewedOrMadeVoid() {
        String link = console.staff.addAccount("chen", "陈国平", "manager").await();
        assertThat(admin.get(PEOPLE + "chen").body()).contains("还没有用，11月26日 10:42 前有效", "作废链接");

        assertThat(act("chen", "/invitation-removal")).isEqualTo(303);

        assertThat(console.browser().get(link).statusCode()).isEqualTo(410);
        assertThat(admin.get(PEOPLE + "chen").body()).doesNotContain("作废链接").contains("待设密码");
        assertThat(act("chen", "/invitations")).isEqualTo(200);
        assertThat(admin.get(PEOPLE + "chen").body()).contains("作废链接");
        assertThat(actions()).contains("staff.void chen", "staff.reset chen");
    }

    @Test
    void somebodysSessionsAreSeenAndEnded() {
        console.account("chen", "manager");
        var browser = console.signedIn("chen");
        assertThat(admin.get(PEOPLE + "chen").body()).contains("登录中的设备", "全部退出");

        act("chen", "/endings");

        assertThat(isIn(browser)).isFalse();
        assertThat(isIn(admin)).isTrue();
        assertThat(admin.get(PEOPLE + "chen").body()).contains("现在没有登录");
    }

    @Test
    void endingOnesOwnSessionsKeepsTheOneAtWork() {
        var other = console.signedIn("wangmin");

        act("wangmin", "/endings");

        assertThat(isIn(other)).isFalse();
        assertThat(isIn(admin)).isTrue();
    }

    @Test
    void aLostSecondFactorIsResetByAnAdministratorWhoIsAskedOnce() {
        console.account("chen", "manager");
        var browser = console.signedIn("chen");
        Authenticator.of(console, browser);
        assertThat(admin.get(PEOPLE + "chen/second-factor-reset").body()).contains("请先当面或打电话确认是本人");

        assertThat(act("chen", "/second-factor-reset")).isEqualTo(303);

        assertThat(isIn(browser)).isFalse();
        assertThat(isIn(console.signedIn("chen"))).isTrue();
        assertThat(actions()).contains("staff.factor-reset chen");
    }

    @Test
    void nobodyTakesOffTheirOwnSecondFactorWithoutACode() {
        Authenticator.of(console, admin);

        assertThat(act("wangmin", "/second-factor-reset")).isEqualTo(403);

        assertThat(console.apiSession("wangmin", Console.PASSWORD).statusCode()).isEqualTo(401);
    }

    @Test
    void anAuditorSeesAccountsAndHasNoButtons() {
        console.account("auditor", "auditor");
        var auditor = console.signedIn("auditor");

        String page = auditor.get(PEOPLE + "wangmin").body();

        assertThat(page).contains("登录中的设备", "127.0.0.1").doesNotContain("/ending", "停用账号", "生成链接");
    }

    @Test
    void theLastAdministratorCannotGiveTheRoleAway() {
        assertThat(act("wangmin", "/editing", "display_name", "王敏", "role", "manager", "unit", "")).isEqualTo(409);
        assertThat(act("wangmin", "/disabling")).isEqualTo(409);

        console.staff.addAccount("invited", "还没有密码", "admin").await();
        assertThat(act("wangmin", "/disabling")).as("an invited one cannot sign in yet").isEqualTo(409);
        console.account("second", "admin");
        assertThat(act("wangmin", "/editing", "display_name", "王敏", "role", "manager", "unit", "")).isEqualTo(303);
    }

    @RepeatedTest(5)
    void ofTwoAdministratorsWhoDisableOrDemoteEachOtherAtOnceOneStays() {
        console.account("second", "admin");
        var accounts = accounts();

        Future.join(accounts.disable("wangmin", "second"),
                accounts.change("second", new Post("二", Set.of(Role.AUDITOR), Optional.empty()), "wangmin")).otherwiseEmpty()
                .await();

        long left = console.database.read(tx -> tx.get("""
                select count(*) from staff_account where 'admin' = any(roles) and disabled_at is null""",
                row -> row.getLong(0))).await();
        assertThat(left).isEqualTo(1);
    }

    private Accounts accounts() {
        var keys = new org.pufa.kernel.Hmac(Console.KEY);
        return new Accounts(console.database, new Invitations(console.random), new SignInTries(keys),
                new PasswordHashes(console.vertx, console.random), new PasswordRule(List.of()), console.audit,
                console.clock);
    }

    @Test
    void whereItIsRequiredAnAdministratorSetsUpASecondFactorBeforeAnythingElse() {
        var strict = new Console(DATABASE, new Staff.Settings(true, List.of(), Optional.empty()), with -> List.of());
        var browser = strict.signedIn("wangmin");

        var away = browser.get("/console/staff");
        assertThat(away.headers().firstValue("location")).contains(OwnFactor.PATH);
        assertThat(browser.get(OwnFactor.PATH).body()).contains("本平台要求系统管理员用动态验证码登录");
        assertThat(browser.get("/console/account").statusCode()).isEqualTo(200);

        Authenticator.of(strict, browser);
        assertThat(browser.get("/console/staff").statusCode()).isEqualTo(200);
    }

    @Test
    void whereItIsRequiredOthersGoOnWithoutIt() {
        console.account("editor", "editor");
        var strict = new Console(DATABASE, new Staff.Settings(true, List.of(), Optional.empty()), with -> List.of());

        assertThat(strict.signedIn("editor").get("/console/staff").statusCode()).as("no right").isEqualTo(403);
        assertThat(isIn(strict.signedIn("editor"))).isTrue();
    }
}
