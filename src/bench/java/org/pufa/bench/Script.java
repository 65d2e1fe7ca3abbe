package org.pufa.bench;

import java.nio.ByteBuffer;

/** What one connection asks for, one request after the other. */
interface Script {

    /**
     * Puts the next whole request into {@code out}.
     *
     * @return false when there is nothing left to ask for
     */
    boolean next(ByteBuffer out);

    /**
     * Told of every reply before the next request is asked for.
     *
     * @return whether it completes what this script is about
     */
    default boolean replied(Reply reply) {
        return reply.isGood();
    }
}
