package org.pufa.campaign;

import java.util.List;
import org.pufa.kernel.Problem.FieldError;
import org.pufa.web.Request;

/**
 * What a kind needs to show the page of an attempt.
 *
 * @param token the signed attempt, to be sent back in the field {@code attempt}
 * @param given what was sent before, to be shown again; {@link Answers#NONE} at first
 * @param errors what was wrong with it, by item id
 */
public record AttemptRequest(Request request, Campaign campaign, Sitting sitting, String token, Answers given,
        List<FieldError> errors) {

    /** Where the form is posted to. */
    public String action() {
        return campaign.path() + "/entries";
    }
}
