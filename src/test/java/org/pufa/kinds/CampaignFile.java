package org.pufa.kinds;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.pufa.campaign.DefinitionReader;
import org.pufa.campaign.Kind;
import org.pufa.campaign.Kinds;
import org.pufa.i18n.Lang;
import org.pufa.yaml.Mistake;

/** Campaign files for tests. */
public final class CampaignFile {

    private static final int HEAD_LINES = 9;
    private static final String HEAD = """
            slug: sample-campaign
            kind: %s
            title: { zh: 样例活动, en: Sample campaign }
            lead: 导语
            summary: 一句话
            organizer: 某市人力资源和社会保障局
            window: { opens: start, days: 60 }
            minutes: 4
            privacy: 不留姓名
            """;

    private CampaignFile() {
    }

    /** A file of that kind, once for each participant, whose own part is {@code body}. */
    public static String of(String kind, String body) {
        return HEAD.formatted(kind) + body + "limit: { per: campaign, times: 1 }\n";
    }

    /** The same, once a day. */
    public static String daily(String kind, String body) {
        return HEAD.formatted(kind) + body + "limit: { per: day, times: 1 }\n";
    }

    /** One of the ready campaigns. */
    public static String ready(String name) {
        try {
            return Files.readString(Path.of("question-bank", "campaigns", name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static List<Mistake> mistakes(Kind kind, String yaml) {
        return new DefinitionReader(new Kinds(kind)).read("campaign.yaml", yaml).mistakes();
    }

    /**
     * The mistakes that a body has after one change, as {@code line field key}; lines counted from the body's first.
     * Every sentence is made in both languages on the way.
     */
    public static List<String> mistakesAfter(Kind kind, String body, String before, String after) {
        if (!body.contains(before)) {
            throw new IllegalArgumentException("the sample has no " + before);
        }
        String changed = body.replaceFirst(Pattern.quote(before), java.util.regex.Matcher.quoteReplacement(after));
        return mistakes(kind, of(kind.code(), changed)).stream().map(mistake -> {
            mistake.sentence(KindServer.MESSAGES, Lang.ZH);
            mistake.sentence(KindServer.MESSAGES, Lang.EN);
            return (mistake.line() - HEAD_LINES) + " " + mistake.field() + " " + mistake.key();
        }).toList();
    }
}
