package org.pufa.bench;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The scripts that all connections of a load share. */
final class Scripts {

    private static final byte[] ATTEMPT = "\"attempt\":\"".getBytes(StandardCharsets.US_ASCII);

    private Scripts() {
    }

    /** The same request again and again. */
    static Script same(byte[] request) {
        return out -> {
            out.put(request);
            return true;
        };
    }

    /** Begins attempts, each as a new participant, and keeps their tokens, until there are enough. */
    static Script attempts(byte[] request, int count, Tokens.Issued tokens) {
        return new Script() {

            private int left = count;

            @Override
            public boolean next(ByteBuffer out) {
                out.put(request);
                return left-- > 0;
            }

            @Override
            public boolean replied(Reply reply) {
                byte[] token = reply.isGood() ? reply.quotedAfter(ATTEMPT) : null;
                if (token != null) {
                    tokens.add(token);
                }
                return token != null;
            }
        };
    }

    /** Sends papers, each with another token and filled in another way than the one before. */
    static Script ballots(String path, List<String> answers, Tokens tokens) {
        var before = new byte[answers.size()][];
        var after = new byte[answers.size()][];
        for (int i = 0; i < before.length; i++) {
            String rest = "\",\"answers\":" + answers.get(i) + "}";
            before[i] = Message.postBefore(path, "{\"attempt\":\"", tokens.length(), rest);
            after[i] = rest.getBytes(StandardCharsets.UTF_8);
        }
        return new Script() {

            private int turn;

            @Override
            public boolean next(ByteBuffer out) {
                int one = turn++ % before.length;
                out.put(before[one]);
                if (!tokens.take(out)) {
                    return false;
                }
                out.put(after[one]);
                return true;
            }
        };
    }
}
