package org.pufa.web;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.pufa.kernel.Sha256;

/**
 * The published files of {@code webroot}, held in memory. Their addresses carry a hash of their content, so that a
 * browser keeps them for a year and still sees every change at once.
 */
public final class Assets implements Routes {

    private static final String PREFIX = "/assets/";
    private static final int HASH_LETTERS = 8;
    private static final Instant FOREVER = Instant.ofEpochMilli(Long.MAX_VALUE);
    /** Style sheets that are published as one file, so that a phone asks once. */
    private static final Map<String, List<String>> BUNDLES = Map.of(
            "css/citizen.css", List.of("css/tokens.css", "css/citizen.css"),
            "css/console.css", List.of("css/tokens.css", "css/console.css"));
    /** Files that browsers and crawlers ask for by a fixed name. */
    private static final Map<String, String> WELL_KNOWN = Map.of(
            "/favicon.ico", "icon.svg", "/icon.svg", "icon.svg", "/robots.txt", "robots.txt",
            "/site.webmanifest", "site.webmanifest");

    private final Map<String, String> nameToUrl = new HashMap<>();
    private final Map<String, CachedPage> urlToPage = new HashMap<>();

    /** Reads every file below {@code webroot} of the class path, except those whose name begins with a dot. */
    public Assets(SecurityHeaders security) {
        this(ClassPathFiles.under("webroot", ""), security);
    }

    Assets(Map<String, byte[]> files, SecurityHeaders security) {
        var published = new HashMap<String, byte[]>();
        files.forEach((name, bytes) -> {
            if (!name.startsWith(".") && !name.contains("/.")) {
                published.put(name, BUNDLES.containsKey(name) ? bundle(name, files) : bytes);
            }
        });
        published.forEach((name, bytes) -> publish(name, bytes, security));
        WELL_KNOWN.forEach((url, name) -> {
            if (published.containsKey(name)) {
                urlToPage.put(url, page(name, published.get(name), "public, max-age=86400", security));
            }
        });
    }

    /**
     * The address of a file, such as {@code css/citizen.css}.
     *
     * @throws IllegalArgumentException when there is no such file
     */
    public String url(String name) {
        String url = nameToUrl.get(name);
        if (url == null) {
            throw new IllegalArgumentException("no file " + name + " in webroot");
        }
        return url;
    }

    @Override
    public void mount(Router router) {
        router.routeWithRegex("/assets/.*").handler(this::answer);
        WELL_KNOWN.keySet().forEach(path -> router.route(path).handler(this::answer));
    }

    /** The path is only looked up, never joined to a folder, so it cannot lead out of one. */
    private void answer(RoutingContext ctx) {
        HttpMethod method = ctx.request().method();
        CachedPage page = urlToPage.get(ctx.request().path());
        if (page == null) {
            ctx.fail(404);
        } else if (method != HttpMethod.GET && method != HttpMethod.HEAD) {
            ctx.fail(405);
        } else {
            page.answer(ctx.request());
        }
    }

    private void publish(String name, byte[] bytes, SecurityHeaders security) {
        String hash = HexFormat.of().formatHex(Sha256.of(bytes)).substring(0, HASH_LETTERS);
        int dot = name.lastIndexOf('.');
        String url = PREFIX + name.substring(0, dot) + '.' + hash + name.substring(dot);
        nameToUrl.put(name, url);
        urlToPage.put(url, page(name, bytes, "public, max-age=31536000, immutable", security));
    }

    private static CachedPage page(String name, byte[] bytes, String cacheControl, SecurityHeaders security) {
        var type = ContentType.of(name);
        Map<CharSequence, CharSequence> headers = new LinkedHashMap<>(security.all());
        headers.put(HttpHeaders.CONTENT_TYPE, HttpHeaders.createOptimized(type.header()));
        headers.put(HttpHeaders.CACHE_CONTROL, HttpHeaders.createOptimized(cacheControl));
        if (type.compressible()) {
            headers.put(HttpHeaders.VARY, HttpHeaders.createOptimized("Accept-Encoding"));
        }
        return CachedPage.of(bytes, headers, type.compressible(), FOREVER);
    }

    private static byte[] bundle(String name, Map<String, byte[]> files) {
        var all = new ByteArrayOutputStream();
        for (String part : BUNDLES.get(name)) {
            all.writeBytes(files.getOrDefault(part, new byte[0]));
        }
        return all.toByteArray();
    }
}
