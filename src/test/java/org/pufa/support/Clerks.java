package org.pufa.support;

import io.vertx.core.json.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.HashMap;
import java.util.Map;

/** People with accounts on a whole platform, each with a browser that is signed in. */
public final class Clerks {

    private static final String HOME = "/console/account";

    private final StaffDoor door;
    private final Map<String, Browser> browsers = new HashMap<>();

    public Clerks(StaffDoor door) {
        this.door = door;
    }

    /** Makes an account and signs it in. @param unit "" for none */
    public void hire(String username, String roles, String unit) {
        String link = door.staff().addAccount(username, "测试" + username, roles).await();
        var browser = new Browser(door.origin());
        browser.get(link);
        var done = browser.post("/console/setup", "token", link.substring(link.indexOf('=') + 1), "password",
                Console.PASSWORD, "again", Console.PASSWORD);
        if (done.statusCode() != 303) {
            throw new IllegalStateException(done.body());
        }
        if (!unit.isEmpty()) {
            door.update("update staff_account set unit = '" + unit + "' where username = '" + username + "'");
        }
        signIn(username);
    }

    public void signIn(String username) {
        var browser = new Browser(door.origin());
        browser.get("/console/login");
        browser.post("/console/login", "username", username, "password", Console.PASSWORD, "next", "");
        browsers.put(username, browser);
        if (!isSignedIn(username)) {
            throw new IllegalStateException(username + " cannot sign in");
        }
    }

    /** Also leaves the browser with the token of a page. */
    public boolean isSignedIn(String username) {
        return browsers.get(username).get(HOME).statusCode() == 200;
    }

    public Browser browser(String username) {
        return browsers.get(username);
    }

    /** A fresh token for programs. */
    public String bearer(String username) {
        var browser = new Browser(door.origin());
        var body = new JsonObject().put("username", username).put("password", Console.PASSWORD);
        return new JsonObject(browser.send(browser.request("/api/v1/staff/session")
                .header("Content-Type", "application/json").POST(BodyPublishers.ofString(body.encode()))).body())
                .getString("token");
    }
}
