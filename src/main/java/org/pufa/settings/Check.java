package org.pufa.settings;

import io.vertx.core.Future;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * One thing that should be so before a platform goes public (公开前检查).
 *
 * @param code of its sentences: {@code settings.check.CODE}, {@code ….done}, {@code ….todo} and {@code ….mend}
 * @param href where it is mended
 * @param done looks whether it is so
 */
public record Check(String code, String href, Supplier<Future<Boolean>> done) {

    public Check {
        Objects.requireNonNull(code);
        Objects.requireNonNull(href);
        Objects.requireNonNull(done);
    }
}
