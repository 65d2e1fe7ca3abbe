package org.pufa.staff;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.LinkedHashMap;
import org.pufa.web.Request;

/**
 * Where somebody signs in from, as far as they and we can tell.
 *
 * @param device browser and system in a few words, such as Firefox, Windows; "" for a program that does not say
 * @param address network address; a signal, never an identity
 */
record Whence(String device, String address) {

    private static final int LONGEST = 60;
    /** In this order: later names are also used by the browsers of earlier ones. */
    private static final Map<String, String> BROWSERS = ordered("MicroMessenger", "WeChat", "Edg", "Edge", "OPR/",
            "Opera", "Firefox", "Firefox", "Chrome", "Chrome", "Safari", "Safari");
    private static final Map<String, String> SYSTEMS = ordered("HarmonyOS", "HarmonyOS", "Android", "Android",
            "iPhone", "iPhone", "iPad", "iPad", "Windows", "Windows", "Mac OS X", "macOS", "Linux", "Linux");

    Whence {
        Objects.requireNonNull(device);
        Objects.requireNonNull(address);
    }

    static Whence of(Request request) {
        return new Whence(device(request.header("User-Agent").orElse("")), request.clientAddress());
    }

    private static String device(String agent) {
        var browser = first(BROWSERS, agent);
        var system = first(SYSTEMS, agent);
        if (browser.isPresent() && system.isPresent()) {
            return browser.get() + ", " + system.get();
        }
        String product = browser.or(() -> system).orElseGet(() -> agent.replaceAll("[^A-Za-z0-9._/ -].*", "").strip());
        return product.length() > LONGEST ? product.substring(0, LONGEST) : product;
    }

    private static Optional<String> first(Map<String, String> names, String agent) {
        return names.entrySet().stream().filter(name -> agent.contains(name.getKey())).map(Map.Entry::getValue)
                .findFirst();
    }

    private static Map<String, String> ordered(String... marksAndNames) {
        var names = new LinkedHashMap<String, String>();
        for (int i = 0; i < marksAndNames.length; i += 2) {
            names.put(marksAndNames[i], marksAndNames[i + 1]);
        }
        return names;
    }
}
