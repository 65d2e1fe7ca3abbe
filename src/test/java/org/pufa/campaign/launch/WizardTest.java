package org.pufa.campaign.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.pufa.support.Browser;
import org.pufa.support.Clerks;
import org.pufa.support.StaffDoor;
import org.pufa.support.TestDatabase;

/** Drafts by their forms alone, as a browser without scripts sends them. */
class WizardTest {

    private static final Pattern VERSION = Pattern.compile("name=\"version\" value=\"([0-9]+)\"");

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.migrated();
    private static StaffDoor door;
    private static Clerks clerks;

    @BeforeAll
    static void open() {
        door = new StaffDoor(DATABASE);
        clerks = new Clerks(door);
        clerks.hire("manager", "manager", "");
        clerks.hire("other", "manager,reviewer", "");
    }

    @AfterAll
    static void close() {
        door.close();
    }

    private static String begun(String from) {
        Browser browser = clerks.browser("manager");
        browser.get(StartConsole.PATH);
        String location = browser.post(Draft.ALL, "from", from).headers().firstValue("location").orElseThrow();
        return location.substring(0, location.lastIndexOf('/'));
    }

    private static String page(String who, String draft, String step) {
        return clerks.browser(who).get(draft + '/' + step).body();
    }

    private static java.net.http.HttpResponse<String> save(String who, String draft, String step, String... fields) {
        Browser browser = clerks.browser(who);
        Matcher version = VERSION.matcher(browser.get(draft + '/' + step).body());
        assertThat(version.find()).isTrue();
        var all = new ArrayList<>(List.of("version", version.group(1)));
        all.addAll(List.of(fields));
        return browser.postParts(draft + "/" + step, all.toArray(String[]::new));
    }

    @Test
    void candidatesComeFromASpreadsheetOneInEachLine() {
        String draft = begun("kind:vote");

        save("manager", draft, "content", "words.vote.categories[1].candidates",
                "01\t小白兔家政\t上城区\t按月发工资\t每月十日发工资。\r\n02\t大黄蜂家政\t西湖区\t先培训\t照发工资。",
                "act", "bulk:vote.categories[1].candidates");

        assertThat(page("manager", draft, "content")).contains("现在有 2 家候选", "小白兔家政", "照发工资。");
    }
}
