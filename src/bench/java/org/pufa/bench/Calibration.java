package org.pufa.bench;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.Arrays;

/** A piece of work of always the same size, by which times of different machines and hours can be compared. */
final class Calibration {

    private static final int ROUNDS = 7;
    private static final int BYTES = 8 << 20;

    private Calibration() {
    }

    /** Milliseconds: the median of several rounds, warmed up. */
    static double ms() {
        var rounds = new double[ROUNDS];
        for (int i = 0; i < ROUNDS; i++) {
            long from = System.nanoTime();
            work();
            rounds[i] = (System.nanoTime() - from) / 1e6;
        }
        Arrays.sort(rounds);
        return rounds[ROUNDS / 2];
    }

    /** Hashes eight megabytes and normalises a text, as the reading of files does. */
    private static void work() {
        byte[] bytes = new byte[BYTES];
        Arrays.fill(bytes, (byte) 'x');
        String text = "试用期最长不得超过（　）个月。".repeat(20_000);
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
            if (hash[0] == 0 && Normalizer.normalize(text, Normalizer.Form.NFKC).isEmpty()) {
                throw new IllegalStateException("a text does not vanish");
            }
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
