package org.pufa.bench;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.SplittableRandom;

/** Attempt tokens, all of one length, each to be used once. */
interface Tokens {

    /** Bytes of every token. */
    int length();

    /** @return false when none is left */
    boolean take(ByteBuffer out);

    /** Those that the platform gave out, kept until they are used. */
    final class Issued implements Tokens {

        private byte[] bytes = new byte[1 << 20];
        private int length;
        private int taken;
        private int end;

        void add(byte[] token) {
            if (end == 0) {
                length = token.length;
            } else if (token.length != length) {
                throw new IllegalStateException("tokens of " + length + " and of " + token.length + " bytes");
            }
            if (end + length > bytes.length) {
                bytes = Arrays.copyOf(bytes, bytes.length * 2);
            }
            System.arraycopy(token, 0, bytes, end, length);
            end += length;
        }

        void discard() {
            taken = 0;
            end = 0;
        }

        int left() {
            return length == 0 ? 0 : (end - taken) / length;
        }

        @Override
        public int length() {
            return length;
        }

        @Override
        public boolean take(ByteBuffer out) {
            if (taken == end) {
                return false;
            }
            out.put(bytes, taken, length);
            taken += length;
            if (taken == end) {
                taken = 0;
                end = 0;
            }
            return true;
        }
    }

    /** Made up here for the baselines: as long as real ones, ending with 32 hex digits that no other ends with. */
    final class MadeUp implements Tokens {

        private static final byte[] HEX = {'0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e',
            'f'};
        private static final int DIGITS = 32;

        private final SplittableRandom random = new SplittableRandom();
        private final byte[] token;

        MadeUp(int length) {
            token = new byte[Math.max(length, DIGITS)];
            Arrays.fill(token, (byte) 'A');
        }

        @Override
        public int length() {
            return token.length;
        }

        @Override
        public boolean take(ByteBuffer out) {
            int at = token.length - DIGITS;
            for (int half = 0; half < 2; half++) {
                for (long bits = random.nextLong(), i = 0; i < 16; i++, bits >>>= 4) {
                    token[at++] = HEX[(int) bits & 15];
                }
            }
            out.put(token);
            return true;
        }
    }
}
