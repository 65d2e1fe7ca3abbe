package org.pufa.campaign;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pufa.i18n.Lang;
import org.pufa.i18n.Messages;

/** Which texts of a definition may be corrected after the launch, and what they are called. */
public final class Wordings {

    /** The path under which a moved end stands among the changes. */
    static final String CLOSES = "window.closes";
    private static final List<String> TEXTS = List.of("title", "lead", "summary", "organizer");
    /** Of the texts that every campaign has. */
    static final Set<String> PATHS = Stream.concat(Stream.of("phone"), TEXTS.stream()
            .flatMap(name -> Stream.of(name + ".zh", name + ".en"))).collect(Collectors.toUnmodifiableSet());

    private final Messages messages;

    public Wordings(Messages messages) {
        this.messages = messages;
    }

    /** The texts that every campaign has, then those of its kind. */
    public List<Wording> of(Lang lang, Definition definition) {
        var all = new ArrayList<Wording>();
        for (String name : TEXTS) {
            all.add(new Wording(name + ".zh", say(lang, name)));
        }
        all.add(new Wording("phone", say(lang, "phone")));
        for (String name : TEXTS) {
            all.add(new Wording(name + ".en", messages.get(lang, "campaign.wording.english", say(lang, name))));
        }
        all.addAll(definition.kind().wordings(definition.plan(), lang));
        return all;
    }

    /** What a changed field is called. */
    public String label(Lang lang, Definition definition, String path) {
        return path.equals(CLOSES) ? say(lang, "closes") : of(lang, definition).stream()
                .filter(wording -> wording.path().equals(path)).findFirst().map(Wording::label).orElse(path);
    }

    private String say(Lang lang, String name) {
        return messages.get(lang, "campaign.wording." + name);
    }
}
