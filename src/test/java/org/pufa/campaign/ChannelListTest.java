package org.pufa.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.pufa.i18n.LocalText;
import org.pufa.yaml.Mistake;

class ChannelListTest {

    private static final List<Channel> EXISTING = List.of(new Channel("gzh", LocalText.of("公众号")));
    private final ChannelCodes codes = new ChannelCodes(new Random(7)::nextInt);

    private ChannelList.Reading read(String text) {
        return ChannelList.read("名单", text, EXISTING, codes);
    }

    @Test
    void namesAloneAreEnough() {
        var channels = read("清波街道\n\n  湖滨街道  \n").channels();

        assertThat(channels).extracting(channel -> channel.name().zh()).containsExactly("清波街道", "湖滨街道");
        assertThat(channels).extracting(Channel::code).doesNotHaveDuplicates()
                .allSatisfy(code -> assertThat(code).matches("[2-9b-df-hj-kmnp-tv-z]{4}"));
    }

    @Test
    void codesAndUnitsMayBeGivenWithCommasOrTabsBelowHeadings() {
        assertThat(read("名称,代码,单位\n清波,qb,上城区\n\"湖滨,一区\",,上城区\n小营，xy").channels())
                .extracting(channel -> channel.name().zh() + '|' + channel.unit())
                .containsExactly("清波|上城区", "湖滨,一区|上城区", "小营|");
        assertThat(read("清波\tqb\t上城区\n湖滨\t\t上城区").channels()).extracting(Channel::unit)
                .containsExactly("上城区", "上城区");
    }

    @Test
    void everyMistakeIsToldWithItsLineAndNothingIsTaken() {
        var reading = read("公众号\n清波\n清波\n," + "qq\n" + "长".repeat(41) + "\n湖滨,上城区\n小营,gzh\n望江,direct\na,b,c,d");

        assertThat(reading.channels()).isEmpty();
        assertThat(reading.mistakes()).extracting(Mistake::line).containsExactly(1, 3, 4, 5, 6, 7, 8, 9);
        assertThat(reading.mistakes()).extracting(Mistake::key).containsExactly("campaign.channel.name-taken",
                "campaign.channel.name-twice", "campaign.channel.name-missing", "web.form.too-long",
                "campaign.channel.code", "campaign.channel.code-taken", "campaign.channel.code",
                "campaign.channel.columns");
    }

    @Test
    void aCampaignHasNoMoreThanItsMost() {
        String list = IntStream.range(0, Channel.MOST).mapToObj(i -> "街道" + i).collect(Collectors.joining("\n"));

        assertThat(read(list).mistakes()).extracting(Mistake::key).containsExactly("campaign.channel.most");
        assertThat(read(list.substring(list.indexOf('\n'))).channels()).hasSize(Channel.MOST - 1);
    }

    @Test
    void anEmptyListIsRefused() {
        assertThat(read(" \n\n").mistakes()).extracting(Mistake::key).containsExactly("campaign.channel.none");
    }
}
