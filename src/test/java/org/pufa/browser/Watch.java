package org.pufa.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Notes what goes wrong behind a page: errors of scripts and styles, missing files, requests to anybody else. */
final class Watch {

    /** A refused form is an answer, not a fault; it is told apart by the status of its response. */
    private static final String REFUSED = "Failed to load resource";
    private static final Set<String> ANSWERS = Set.of("document", "fetch");

    private final List<String> complaints = new ArrayList<>();
    private final String origin;

    Watch(BrowserContext context, String origin) {
        this.origin = origin;
        context.onConsoleMessage(this::console);
        context.onWebError(error -> complaints.add("script: " + error.error()));
        context.onRequest(this::request);
        context.onResponse(this::response);
    }

    private void console(ConsoleMessage message) {
        var told = message.type().equals("error") || message.type().equals("warning");
        if (told && !message.text().startsWith(REFUSED)) {
            complaints.add("console: " + message.text() + " at " + message.location());
        }
    }

    private void request(Request request) {
        if (!request.url().startsWith(origin + "/") && !request.url().startsWith("data:")) {
            complaints.add("request to another site: " + request.url());
        }
    }

    private void response(Response response) {
        var file = !ANSWERS.contains(response.request().resourceType());
        if (response.status() >= (file ? 400 : 500)) {
            complaints.add("answer " + response.status() + " of " + response.url());
        }
    }

    List<String> complaints() {
        return List.copyOf(complaints);
    }
}
