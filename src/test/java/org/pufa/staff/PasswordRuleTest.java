package org.pufa.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pufa.kernel.Problem.FieldError;
import org.pufa.kernel.Secret;

class PasswordRuleTest {

    private final PasswordRule rule = new PasswordRule(List.of("杭州人社普法", "Hangzhou Labor Law",
            "杭州市人力资源和社会保障局", "Binjiang Bureau"));

    private Optional<String> refused(String password, String... names) {
        return rule.refuse("password", new Secret(password), List.of(names)).map(FieldError::key);
    }

    @ParameterizedTest
    @ValueSource(strings = {"每天三分钟 学法不费工", "correct horse battery staple", "mei tian san fen zhong", "kV7#tq-29wZm",
            "丁香花下停着旧自行车", "rainy bicycle 58 lantern", "WoZhuZaiXihuBian3dong"})
    void aSentenceOrAnythingElseWorthGuessingIsTaken(String password) {
        assertThat(refused(password, "wangmin", "王敏")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1234567890", "qwertyuiop", "password123", "Password1!", "P@ssw0rd2026", "1q2w3e4r5t6y",
            "iloveyou123", "woaini1314520", "a123456789", "admin@2026!", "hangzhou2026", "Hangzhou12333", "aaaaaaaaaaaa",
            "abcabcabcabc", "19900101199", "13800138000", "qazwsxedcrfv", "zxcvbnm,./", "０１２３４５６７８９",
            "welcome2026!!", "abcd1234abcd1234"})
    void whatStrangersTryFirstIsRefused(String password) {
        assertThat(refused(password, "chen")).as(password).contains("staff.password.common");
    }

    @ParameterizedTest
    @ValueSource(strings = {"杭州人社普法2026", "杭州市人力资源和社会保障局", "BinjiangBureau1"})
    void theNamesOfTheHouseCountForNothing(String password) {
        assertThat(refused(password)).contains("staff.password.common");
    }

    @Test
    void onesOwnNamesCountForNothing() {
        assertThat(refused("chenguoping-88", "chenguoping", "陈国平")).contains("staff.password.names");
        assertThat(refused("我是陈国平20261123", "chen", "陈国平")).contains("staff.password.names");
        assertThat(refused("ChenGuoPing88", "chenguoping", "")).contains("staff.password.names");
        assertThat(refused("陈国平家门口的香樟树", "chen", "陈国平")).isEmpty();
    }

    @Test
    void aNameOfOneLetterForbidsNothing() {
        assertThat(refused("three tall trees here", "e", "E")).isEmpty();
    }

    @Test
    void lengthIsCountedInCharactersAsPeopleSeeThem() {
        String longest = "学法用法守法护法人人有责".repeat(10) + "合同到期怎样办呢";
        assertThat(longest).hasSize(PasswordRule.LONGEST);

        assertThat(refused("学法用法守法护法人人")).isEmpty();
        assertThat(refused("学法用法守法护法人")).contains("staff.password.short");
        assertThat(refused(longest)).isEmpty();
        assertThat(refused(longest + "长")).contains("staff.password.long");
    }
}
