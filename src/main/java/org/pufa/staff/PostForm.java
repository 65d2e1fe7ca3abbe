package org.pufa.staff;

import io.vertx.core.Future;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.pufa.db.Tx;
import org.pufa.i18n.Lang;
import org.pufa.i18n.Messages;
import org.pufa.web.FormFields;

/**
 * The fields by which an administrator says who somebody is and what they are there for, as they were typed (template
 * {@code staff/_post}).
 */
record PostForm(String displayName, List<RoleChoice> roles, List<UnitChoice> units) {

    private static final int LONGEST_NAME = 40;

    /** One role with its box. */
    record RoleChoice(String code, String label, String hint, boolean chosen) {
    }

    static Future<PostForm> of(Tx tx, Units units, Messages messages, Lang lang, String displayName,
            List<String> roles, String unit) {
        var choices = Arrays.stream(Role.values()).map(role -> new RoleChoice(role.code(),
                messages.get(lang, "staff.role." + role.code()), messages.get(lang, "staff.role.hint." + role.code()),
                roles.contains(role.code()))).toList();
        return UnitChoice.of(tx, units, lang, unit, messages).map(all -> new PostForm(displayName, choices, all));
    }

    static Future<PostForm> of(Tx tx, Units units, Messages messages, Lang lang, Post post) {
        return of(tx, units, messages, lang, post.displayName(), List.of(Role.codes(post.roles())),
                post.unit().orElse(""));
    }

    /** The same form with what was typed. */
    static Future<PostForm> again(Tx tx, Units units, Messages messages, Lang lang, FormFields form) {
        return of(tx, units, messages, lang, form.raw("display_name"), form.many("role").get(), form.raw("unit"));
    }

    /** What the form says; nothing, and the errors in {@code form}, when it cannot be. Fails for an unknown unit. */
    static Future<Optional<Post>> read(Tx tx, Units units, FormFields form) {
        String name = form.text("display_name").required().atMost(LONGEST_NAME).get();
        Optional<Set<Role>> roles = Role.parseAll(form.many("role").get());
        if (roles.isEmpty()) {
            form.refuse("role", "staff.role.choose");
        }
        return units.chosen(tx, form.raw("unit")).map(unit -> {
            if (unit.isPresent() && roles.filter(some -> some.contains(Role.ADMIN)).isPresent()) {
                form.refuse("unit", "staff.unit.admin");
            }
            return form.errors().isEmpty() ? Optional.of(new Post(name, roles.orElseThrow(), unit)) : Optional.empty();
        });
    }
}
