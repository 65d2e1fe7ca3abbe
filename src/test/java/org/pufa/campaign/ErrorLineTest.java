package org.pufa.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.pufa.i18n.Lang;
import org.pufa.i18n.Messages;
import org.pufa.kernel.Problem.FieldError;

class ErrorLineTest {

    private final Messages messages = new Messages(List.of("campaign"));

    @Test
    void everyFaultIsSaidInTheLanguageOfThePageAndLeadsToItsItem() {
        var faults = List.of(FieldError.of("q1", "campaign.sheet.few", 2),
                FieldError.of("q2" + Answers.OTHER, "campaign.sheet.blank"), FieldError.of("", "campaign.busy"));

        assertThat(ErrorLine.of(faults, messages, Lang.EN)).containsExactly(
                new ErrorLine("q1", "Choose at least 2."),
                new ErrorLine("q2", "This is not filled in yet. Fill it in to continue."),
                new ErrorLine("", messages.get(Lang.EN, "campaign.busy")));
    }
}
