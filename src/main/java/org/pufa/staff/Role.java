package org.pufa.staff;

import static org.pufa.staff.Permission.CONFIRM_OUTREACH;
import static org.pufa.staff.Permission.DECIDE_CAMPAIGNS;
import static org.pufa.staff.Permission.EDIT_LAWS;
import static org.pufa.staff.Permission.ENTER;
import static org.pufa.staff.Permission.ENTER_OUTREACH;
import static org.pufa.staff.Permission.EXPORT;
import static org.pufa.staff.Permission.EXPORT_BANKS;
import static org.pufa.staff.Permission.FILE_CAMPAIGNS;
import static org.pufa.staff.Permission.LOAD_BANKS;
import static org.pufa.staff.Permission.REVIEW_LEARNING;
import static org.pufa.staff.Permission.RUN_CAMPAIGNS;
import static org.pufa.staff.Permission.SEE_AUDIT;
import static org.pufa.staff.Permission.SEE_BANKS;
import static org.pufa.staff.Permission.SEE_CAMPAIGNS;
import static org.pufa.staff.Permission.SEE_EVIDENCE;
import static org.pufa.staff.Permission.SEE_LEARNING;
import static org.pufa.staff.Permission.SEE_OUTREACH;
import static org.pufa.staff.Permission.SEE_STAFF;
import static org.pufa.staff.Permission.WRITE_LEARNING;
import static org.pufa.staff.Permission.WRITE_REPORTS;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a staff member is there for. In a small bureau one person has several. */
public enum Role {

    /** 系统管理员: everything, accounts and settings included. */
    ADMIN(EnumSet.allOf(Permission.class)),
    /** 题库编辑: questions and the laws they rest on. */
    EDITOR(EnumSet.of(ENTER, SEE_BANKS, LOAD_BANKS, EXPORT_BANKS, EDIT_LAWS, SEE_OUTREACH, ENTER_OUTREACH,
            SEE_EVIDENCE, SEE_LEARNING, WRITE_LEARNING)),
    /** 活动管理员: files campaigns and runs them. */
    MANAGER(EnumSet.of(ENTER, SEE_CAMPAIGNS, FILE_CAMPAIGNS, RUN_CAMPAIGNS, EXPORT, SEE_BANKS, SEE_OUTREACH,
            ENTER_OUTREACH, SEE_EVIDENCE, SEE_LEARNING, WRITE_LEARNING,
            WRITE_REPORTS)),
    /** 审核员: approves or returns what others submitted. */
    REVIEWER(EnumSet.of(ENTER, SEE_CAMPAIGNS, DECIDE_CAMPAIGNS, SEE_BANKS, SEE_OUTREACH, CONFIRM_OUTREACH,
            SEE_EVIDENCE, SEE_LEARNING, REVIEW_LEARNING)),
    /** 统计员: reads and exports, and writes the report. */
    STATISTICIAN(EnumSet.of(ENTER, SEE_CAMPAIGNS, EXPORT, SEE_OUTREACH, SEE_LEARNING, WRITE_REPORTS)),
    /** 审计员: sees and exports everything, changes nothing. */
    AUDITOR(EnumSet.of(ENTER, SEE_CAMPAIGNS, EXPORT, SEE_BANKS, EXPORT_BANKS, SEE_STAFF, SEE_AUDIT,
            SEE_OUTREACH, SEE_EVIDENCE, SEE_LEARNING));

    private final Set<Permission> permissions;

    Role(Set<Permission> permissions) {
        this.permissions = Set.copyOf(permissions);
    }

    public boolean may(Permission permission) {
        return permissions.contains(permission);
    }

    /** The role as the database, forms and message keys write it. */
    public String code() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    public static Optional<Role> parse(String code) {
        return Arrays.stream(values()).filter(role -> role.code().equals(code)).findFirst();
    }

    /** The roles of those codes in their fixed order; nothing when one is unknown, or there is none. */
    static Optional<Set<Role>> parseAll(List<String> codes) {
        var roles = EnumSet.noneOf(Role.class);
        for (String code : codes) {
            var role = parse(code.strip());
            if (role.isEmpty()) {
                return Optional.empty();
            }
            roles.add(role.get());
        }
        return roles.isEmpty() ? Optional.empty() : Optional.of(roles);
    }

    static String[] codes(Set<Role> roles) {
        return roles.stream().sorted().map(Role::code).toArray(String[]::new);
    }
}
