package org.pufa.browser;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Asks axe-core which serious or critical barriers a page has. */
final class Axe {

    private static final String SOURCE = source();
    private static final String RUN = """
            async rules => {
              const options = { resultTypes: ['violations'] };
              if (rules.length) { options.runOnly = { type: 'rule', values: rules }; }
              const found = (await axe.run(document, options)).violations;
              return found.filter(v => v.impact === 'serious' || v.impact === 'critical')
                .flatMap(v => v.nodes.map(n => v.id + ': ' + n.html.slice(0, 160) + ' ' + n.failureSummary));
            }""";

    private Axe() {
    }

    private static String source() {
        try (var in = AxeBuilder.class.getResourceAsStream("/axe.min.js")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Each barrier with the element that has it. */
    static List<?> barriers(Page page) {
        return run(page, List.of());
    }

    /** Only what depends on colours. */
    static List<?> faintWords(Page page) {
        return run(page, List.of("color-contrast"));
    }

    private static List<?> run(Page page, List<String> rules) {
        if (!Boolean.TRUE.equals(page.evaluate("typeof axe === 'object'"))) {
            page.evaluate(SOURCE);
        }
        return (List<?>) page.evaluate(RUN, rules);
    }
}
