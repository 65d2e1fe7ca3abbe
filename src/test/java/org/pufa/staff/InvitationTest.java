package org.pufa.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pufa.support.Browser;
import org.pufa.support.Console;
import org.pufa.support.TestDatabase;

class InvitationTest {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.migrated();
    private Console console;

    @BeforeEach
    void emptyHouse() {
        DATABASE.database().inTx(tx -> tx.update(
                "truncate staff_account, staff_session, staff_invitation, staff_try, staff_upload cascade")).await();
        console = new Console(DATABASE, with -> List.of());
    }

    private static String token(String link) {
        return link.substring(link.indexOf('=') + 1);
    }

    private static int makeFirst(Browser browser, String link, String username) {
        browser.get(link);
        return browser.post("/console/setup", "token", token(link), "display_name", "王敏", "username", username,
                "password", Console.PASSWORD, "again", Console.PASSWORD).statusCode();
    }

    private int setPassword(String link, String password, String again) {
        var browser = console.browser();
        browser.get(link);
        return browser.post("/console/setup", "token", token(link), "password", password, "again", again).statusCode();
    }

    @Test
    void theFirstAdministratorIsMadeByALinkAndThenNoMore() {
        String link = console.staff.firstAdministratorLink().await().orElseThrow();

        assertThat(makeFirst(console.browser(), link, "wangmin")).isEqualTo(303);

        assertThat(console.signedIn("wangmin").get("/console/staff").body()).contains("王敏，系统管理员");
        assertThat(console.staff.firstAdministratorLink().await()).isEmpty();
        assertThat(makeFirst(console.browser(), link, "another")).isEqualTo(403);
        assertThat(console.browser().get(link).statusCode()).isEqualTo(410);
    }

    @Test
    void aNewStartVoidsTheLinkOfTheLast() {
        String old = console.staff.firstAdministratorLink().await().orElseThrow();
        String fresh = console.staff.firstAdministratorLink().await().orElseThrow();

        assertThat(console.browser().get(old).statusCode()).isEqualTo(410);
        assertThat(console.browser().get(fresh).statusCode()).isEqualTo(200);
    }

    @Test
    void aLinkUsedByManyAtOnceMakesOneAdministrator() {
        String link = console.staff.firstAdministratorLink().await().orElseThrow();

        var statuses = IntStream.range(0, 6).mapToObj(i -> CompletableFuture.supplyAsync(() ->
                makeFirst(console.browser(), link, "first" + i))).toList().stream().map(CompletableFuture::join).toList();

        assertThat(statuses).containsOnlyOnce(303);
        assertThat(console.database.read(tx -> tx.get("select count(*) from staff_account",
                row -> row.getInteger(0))).await()).isEqualTo(1);
    }

    @Test
    void aLinkExpiresAfterThreeDays() {
        String link = console.staff.addAccount("wangmin", "王敏", "manager").await();

        console.clock.advance(Duration.ofHours(72).minusSeconds(1));
        assertThat(console.browser().get(link).statusCode()).isEqualTo(200);
        console.clock.advance(Duration.ofSeconds(1));
        assertThat(console.browser().get(link).statusCode()).isEqualTo(410);
    }

    @Test
    void aLinkOfAnAccountIsUsedOnce() {
        String link = console.staff.addAccount("wangmin", "王敏", "manager").await();
        var second = console.browser();
        second.get(link);

        assertThat(setPassword(link, Console.PASSWORD, Console.PASSWORD)).isEqualTo(303);

        var again = second.post("/console/setup", "token", token(link), "password", "another long one", "again",
                "another long one");
        assertThat(again.statusCode()).isEqualTo(410);
        assertThat(console.apiSession("wangmin", Console.PASSWORD).statusCode()).isEqualTo(201);
    }

    @Test
    void aResetEndsEverySessionAndTheOldPassword() {
        console.account("wangmin", "admin");
        var browser = console.signedIn("wangmin");
        String link = console.staff.reset("wangmin").await();
        assertThat(browser.get("/console/audit").statusCode()).isEqualTo(200);

        assertThat(setPassword(link, "a quite new password", "a quite new password")).isEqualTo(303);

        assertThat(browser.get("/console/audit").statusCode()).isEqualTo(303);
        assertThat(console.apiSession("wangmin", Console.PASSWORD).statusCode()).isEqualTo(401);
        assertThat(console.apiSession("wangmin", "a quite new password").statusCode()).isEqualTo(201);
    }

    @Test
    void aNewResetVoidsTheOneBefore() {
        console.account("wangmin", "admin");
        String first = console.staff.reset("wangmin").await();
        String second = console.staff.reset("wangmin").await();

        assertThat(console.browser().get(first).statusCode()).isEqualTo(410);
        assertThat(console.browser().get(second).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"short", "123456789", "wangmin-from-hr", "Wangmin-From-HR", "1234567890", "QWERTYUIOP",
            "ababababababab"})
    void weakPasswordsAreRefusedAndTheLinkStaysGood(String password) {
        String link = console.staff.addAccount("wangmin-from-hr", "王敏", "manager").await();

        assertThat(setPassword(link, password, password)).isEqualTo(422);

        assertThat(setPassword(link, Console.PASSWORD, Console.PASSWORD)).isEqualTo(303);
    }

    @Test
    void twoDifferentPasswordsAreRefused() {
        String link = console.staff.addAccount("wangmin", "王敏", "manager").await();

        assertThat(setPassword(link, Console.PASSWORD, Console.PASSWORD + "x")).isEqualTo(422);
    }

    @Test
    void anInventedLinkIsRefused() {
        assertThat(console.browser().get("/console/setup").statusCode()).isEqualTo(410);
        assertThat(console.browser().get("/console/setup?token=abc").statusCode()).isEqualTo(410);
    }

    @Test
    void onlyHashesOfLinksAndPasswordsAreStored() {
        String link = console.staff.addAccount("wangmin", "王敏", "manager").await();
        setPassword(link, Console.PASSWORD, Console.PASSWORD);

        String hash = console.database.read(tx -> tx.get("select password_hash from staff_account",
                row -> row.getString(0))).await();

        assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(console.database.read(tx -> tx.get("select encode(token_hash, 'escape') from staff_invitation",
                row -> row.getString(0))).await()).doesNotContain(token(link));
    }

    @Test
    void commandLineMistakesAreNamedTogether() {
        var adding = console.staff.addAccount("X", "", "boss");

        assertThat(adding.cause()).isInstanceOfSatisfying(org.pufa.kernel.Problem.class, problem ->
                assertThat(problem.errors()).extracting(org.pufa.kernel.Problem.FieldError::field)
                        .containsExactly("username", "role", "display_name"));
    }
}
