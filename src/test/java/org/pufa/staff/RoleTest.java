package org.pufa.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Who may do what: A administrators, E editors, M managers, R reviewers, S statisticians, U auditors. */
class RoleTest {

    private static final String TABLE = """
            ENTER AEMRSU
            SEE_CAMPAIGNS AMRSU
            FILE_CAMPAIGNS AM
            RUN_CAMPAIGNS AM
            DECIDE_CAMPAIGNS AR
            EXPORT AMSU
            SEE_BANKS AEMRU
            LOAD_BANKS AE
            EXPORT_BANKS AEU
            EDIT_LAWS AE
            SEE_OUTREACH AEMRSU
            ENTER_OUTREACH AEM
            CONFIRM_OUTREACH AR
            SEE_EVIDENCE AEMRU
            SEE_LEARNING AEMRSU
            WRITE_LEARNING AEM
            REVIEW_LEARNING AR
            SEE_STAFF AU
            CHANGE_STAFF A
            CHANGE_SETTINGS A
            SEE_AUDIT AU
            """;
    private static final Map<Role, String> LETTER = Map.of(Role.ADMIN, "A", Role.EDITOR, "E", Role.MANAGER, "M",
            Role.REVIEWER, "R", Role.STATISTICIAN, "S", Role.AUDITOR, "U");

    private static SignedIn somebody(Optional<String> unit, Role... roles) {
        return new SignedIn(1, new Username("somebody"), "某人", Set.of(roles), unit, UUID.randomUUID());
    }

    @Test
    void everyRoleMayDoWhatItsColumnSays() {
        var allowed = new TreeMap<String, String>();
        for (Permission permission : Permission.values()) {
            allowed.put(permission.name(), Arrays.stream(Role.values()).filter(role -> role.may(permission))
                    .map(LETTER::get).collect(Collectors.joining()));
        }

        assertThat(allowed).isEqualTo(TABLE.lines().map(line -> line.split(" "))
                .collect(Collectors.toMap(words -> words[0], words -> words[1], (one, other) -> one, TreeMap::new)));
    }

    @Test
    void severalRolesAddUp() {
        var both = somebody(Optional.empty(), Role.EDITOR, Role.REVIEWER);

        assertThat(both.may(Permission.LOAD_BANKS)).isTrue();
        assertThat(both.may(Permission.DECIDE_CAMPAIGNS)).isTrue();
        assertThat(both.may(Permission.FILE_CAMPAIGNS)).isFalse();
    }

    @Test
    void whoeverIsBoundToAUnitHasNoSayInTheWholeHouse() {
        var auditor = somebody(Optional.of("gongshu"), Role.AUDITOR);
        var editor = somebody(Optional.of("gongshu"), Role.EDITOR);

        assertThat(auditor.may(Permission.SEE_CAMPAIGNS)).isTrue();
        assertThat(auditor.may(Permission.SEE_AUDIT)).isFalse();
        assertThat(editor.may(Permission.LOAD_BANKS)).isTrue();
        assertThat(editor.may(Permission.EDIT_LAWS)).isFalse();
    }

    @Test
    void onlyTheOwnUnitIsInReach() {
        var bound = somebody(Optional.of("gongshu"), Role.MANAGER);

        assertThat(bound.mayReach(Optional.of("gongshu"))).isTrue();
        assertThat(bound.mayReach(Optional.of("binjiang"))).isFalse();
        assertThat(bound.mayReach(Optional.empty())).isFalse();
        assertThat(somebody(Optional.empty(), Role.MANAGER).mayReach(Optional.of("binjiang"))).isTrue();
    }

    @Test
    void codesOfRolesAreReadInAnyOrderAndUnknownOnesRefused() {
        assertThat(Role.parseAll(List.of("reviewer", "editor"))).contains(Set.of(Role.EDITOR, Role.REVIEWER));
        assertThat(Role.parseAll(List.of("editor", "boss"))).isEmpty();
        assertThat(Role.parseAll(List.of())).isEmpty();
    }
}
