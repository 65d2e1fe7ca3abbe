package org.pufa.staff;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.pufa.i18n.Lang;
import org.pufa.i18n.Messages;
import org.pufa.web.ConsoleShell;

/** The side navigation: the places that features have, each shown to those who may go there. */
public final class Navigation {

    /** The headings, in their order. */
    public enum Group { DESK, CAMPAIGNS, CONTENT, OUTREACH, RESULTS, SYSTEM }

    /** One place. @param labelKey message key of its name */
    public record Place(Group group, String labelKey, String href, Permission permission) {

        public Place {
            Objects.requireNonNull(group);
            Objects.requireNonNull(labelKey);
            Objects.requireNonNull(href);
            Objects.requireNonNull(permission);
        }
    }

    private final Messages messages;
    private final Map<Group, List<Place>> places = new EnumMap<>(Group.class);

    Navigation(Messages messages) {
        this.messages = messages;
    }

    void add(Place place) {
        places.computeIfAbsent(place.group(), group -> new ArrayList<>()).add(place);
    }

    /** What surrounds the pages of that staff member. */
    ConsoleShell shell(SignedIn who, Lang lang) {
        var groups = new ArrayList<ConsoleShell.Group>();
        places.forEach((group, all) -> {
            var items = all.stream().filter(place -> who.may(place.permission()))
                    .map(place -> new ConsoleShell.Item(messages.get(lang, place.labelKey()), place.href())).toList();
            if (!items.isEmpty()) {
                groups.add(new ConsoleShell.Group(
                        messages.get(lang, "staff.nav." + group.name().toLowerCase(Locale.ROOT)), items,
                        group == Group.SYSTEM));
            }
        });
        return new ConsoleShell(messages.get(lang, "staff.who", who.displayName(),
                roles(lang, who.roles())), AccountConsole.PATH, SignInConsole.SIGN_OUT, groups);
    }

    String roles(Lang lang, Set<Role> roles) {
        return roles.stream().sorted().map(role -> messages.get(lang, "staff.role." + role.code()))
                .collect(Collectors.joining(messages.get(lang, "staff.role.and")));
    }

    /** Where that person begins. */
    Optional<String> first(SignedIn who) {
        return places.values().stream().flatMap(List::stream).filter(place -> who.may(place.permission()))
                .map(Place::href).findFirst();
    }
}
