package org.pufa.web;

import io.vertx.core.json.jackson.JacksonCodec;
import io.vertx.core.spi.JsonFactory;
import io.vertx.core.spi.json.JsonCodec;

/**
 * Has JSON read and written without data binding, which we never use: Vert.x would take it because another library
 * brings it along, and it makes every start and every request slower.
 */
public final class PlainJson implements JsonFactory {

    private static final JsonCodec CODEC = new JacksonCodec();

    @Override
    public int order() {
        return 0;
    }

    @Override
    public JsonCodec codec() {
        return CODEC;
    }
}
