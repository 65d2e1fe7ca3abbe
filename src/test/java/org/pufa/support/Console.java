package org.pufa.support;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.pufa.audit.AuditLog;
import org.pufa.db.Database;
import org.pufa.i18n.LocalText;
import org.pufa.i18n.Messages;
import org.pufa.staff.Staff;
import org.pufa.web.Assets;
import org.pufa.web.Csrf;
import org.pufa.web.PageCache;
import org.pufa.web.Pages;
import org.pufa.web.Problems;
import org.pufa.web.Routes;
import org.pufa.web.SecurityHeaders;
import org.pufa.web.Site;
import org.pufa.web.Views;
import org.pufa.web.WebConfig;
import org.pufa.web.WebServer;

/** The console behind a real server on a free port, with the pages of staff and whatever other doors a test adds. */
public final class Console implements AutoCloseable {

    public static final byte[] KEY = "a key of thirty-two bytes for us".getBytes(StandardCharsets.UTF_8);
    public static final String PASSWORD = "每天三分钟 学法不费工";

    public final SettableClock clock = new SettableClock("2026-11-23T02:42:07Z");
    public final SecureRandom random = new SecureRandom();
    public final AuditLog audit = new AuditLog(clock);
    public final Messages messages = new Messages(List.of("web", "yaml", "audit", "staff", "campaign",
            "campaign.console", "campaign.launch", "bank", "bank.law", "bank.desk", "bank.preview", "bank.console",
            "ledger", "kinds.quiz", "picture", "outreach", "outreach.plan", "learn", "insight"));
    public final Database database;
    public final Vertx vertx;
    public final Staff staff;
    public final Pages pages;
    private final String origin;

    /** @param more the doors of other features */
    public Console(TestDatabase tests, Function<Console, List<Routes>> more) {
        this(tests, Staff.Settings.STANDARD, more);
    }

    public Console(TestDatabase tests, Staff.Settings settings, Function<Console, List<Routes>> more) {
        database = tests.database();
        vertx = tests.vertx();
        var config = WebConfig.of(null, 0);
        var security = new SecurityHeaders(config);
        var assets = new Assets(security);
        var csrf = new Csrf(KEY, config, random);
        var site = Site.named(new LocalText("杭州人社普法", "Hangzhou law campaigns"));
        pages = new Pages(config, site, new Views(messages, assets, true), csrf);
        var problems = new Problems(pages, security, messages);
        staff = new Staff(vertx, database, audit, new Staff.Web(pages, problems, csrf, messages, null), settings, KEY,
                random, clock);
        var routes = new ArrayList<Routes>(List.of(assets));
        routes.addAll(staff.routes());
        routes.addAll(more.apply(this));
        int port = new WebServer(vertx, config, security, problems, new PageCache(pages, security, clock), routes)
                .start("127.0.0.1", 0, 1).await();
        origin = "http://127.0.0.1:" + port;
    }

    public String origin() {
        return origin;
    }

    public Browser browser() {
        return new Browser(origin);
    }

    /** Makes an account with {@link #PASSWORD}. */
    public void account(String username, String role) {
        String link = staff.addAccount(username, "测试" + username, role).await();
        var browser = browser();
        browser.get(link);
        var done = browser.post("/console/setup", "token", link.substring(link.indexOf('=') + 1), "password", PASSWORD,
                "again", PASSWORD);
        if (done.statusCode() != 303) {
            throw new IllegalStateException(done.body());
        }
    }

    /** The browser of somebody who has just signed in. */
    public Browser signedIn(String username) {
        var browser = browser();
        browser.get("/console/login");
        var entered = browser.post("/console/login", "username", username, "password", PASSWORD, "next", "");
        if (entered.statusCode() != 303) {
            throw new IllegalStateException(entered.body());
        }
        return browser;
    }

    /** A program's sign-in. */
    public HttpResponse<String> apiSession(String username, String password) {
        var body = new JsonObject().put("username", username).put("password", password);
        return browser().send(browser().request("/api/v1/staff/session").header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body.encode())));
    }

    /** A bearer token of somebody with {@link #PASSWORD}. */
    public String bearer(String username) {
        return new JsonObject(apiSession(username, PASSWORD).body()).getString("token");
    }

    /** A request of a program. */
    public HttpResponse<String> api(String method, String path, String bearer) {
        var browser = browser();
        return browser.send(browser.request(path).header("Authorization", "Bearer " + bearer)
                .method(method, BodyPublishers.noBody()));
    }

    @Override
    public void close() {
        // the database closes with its test class, and the server with its Vert.x
    }
}
