package org.pufa.staff;

import static org.pufa.staff.Permission.DECIDE_CAMPAIGNS;
import static org.pufa.staff.Permission.EXPORT;
import static org.pufa.staff.Permission.FILE_CAMPAIGNS;
import static org.pufa.staff.Permission.LOAD_BANKS;
import static org.pufa.staff.Permission.SEE_AUDIT;
import static org.pufa.staff.Permission.SEE_BANKS;
import static org.pufa.staff.Permission.SEE_CAMPAIGNS;
import static org.pufa.staff.Permission.SEE_STAFF;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What a staff member is there for. */
public enum Role {

    /** 系统管理员: everything, accounts included. */
    ADMIN(EnumSet.allOf(Permission.class)),
    /** 活动管理员: campaigns and question banks. */
    MANAGER(EnumSet.of(SEE_CAMPAIGNS, FILE_CAMPAIGNS, DECIDE_CAMPAIGNS, EXPORT, SEE_BANKS, LOAD_BANKS)),
    /** 审计员: sees and exports everything, changes nothing. */
    AUDITOR(EnumSet.of(SEE_CAMPAIGNS, EXPORT, SEE_BANKS, SEE_STAFF, SEE_AUDIT));

    private final Set<Permission> permissions;

    Role(Set<Permission> permissions) {
        this.permissions = Set.copyOf(permissions);
    }

    public boolean may(Permission permission) {
        return permissions.contains(permission);
    }

    /** The role as the database, forms and message keys write it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Role> parse(String code) {
        for (Role role : values()) {
            if (role.code().equals(code)) {
                return Optional.of(role);
            }
        }
        return Optional.empty();
    }
}
