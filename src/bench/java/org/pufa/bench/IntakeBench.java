package org.pufa.bench;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.pufa.bank.format.Formats;
import org.pufa.bank.intake.Harvest;
import org.pufa.bank.intake.Intake;
import org.pufa.bank.intake.SourceFile;

/**
 * Measures how long files of questions take to be read: texts made to be slow, and ten thousand honest questions in
 * text, Word and Excel. Run by hand; {@code src/docs/performance.md} has the command.
 */
public final class IntakeBench {

    private static final int SMALL = 300_000;
    private static final int LARGE = 1_000_000;
    private static final int ROUNDS = 3;
    /** What a file under a megabyte may take. */
    private static final double LONGEST_MS = 2_000;

    private final Intake intake = new Intake(Formats.readers());
    private final String only;

    private IntakeBench(String only) {
        this.only = only;
    }

    /** An argument tries only the cases whose name contains it; none tries all. */
    public static void main(String[] arguments) {
        var bench = new IntakeBench(arguments.length == 0 ? "" : arguments[0]);
        double unit = Calibration.ms();
        System.out.printf(Locale.ROOT, "calibration %.0f ms, heap %d MB%n%n", unit,
                Runtime.getRuntime().maxMemory() >> 20);
        bench.shapes(unit);
        bench.files(unit);
    }

    private void shapes(double unit) {
        System.out.println("| shape | 300 KB, ms | 1 MB, ms | to calibration | growth by byte | items |");
        System.out.println("| --- | --- | --- | --- | --- | --- |");
        for (String shape : SlowShapes.units()) {
            String name = SlowShapes.name(shape);
            if (name.contains(only)) {
                read(shape, SMALL / 10);
                double small = median(() -> read(shape, SMALL));
                double large = median(() -> read(shape, LARGE));
                System.out.printf(Locale.ROOT, "| %s | %.0f | %.0f%s | %.2f | %.2f | %d |%n", name, small, large,
                        large > LONGEST_MS ? " missed" : "", large / unit, large / small * SMALL / LARGE,
                        read(shape, LARGE).read());
            }
        }
    }

    private Harvest read(String shape, int bytes) {
        String text = shape.repeat(bytes / shape.getBytes(StandardCharsets.UTF_8).length);
        return intake.read(new SourceFile("questions.txt", text.getBytes(StandardCharsets.UTF_8)));
    }

    private void files(double unit) {
        System.out.println();
        System.out.println("| 10,000 questions | ms | to calibration | accepted |");
        System.out.println("| --- | --- | --- | --- |");
        for (SourceFile file : LargeBank.files()) {
            if (file.name().contains(only)) {
                var kept = new ArrayList<Harvest>();
                double ms = median(() -> kept.add(intake.read(file)));
                System.out.printf(Locale.ROOT, "| %s | %.0f | %.2f | %d |%n", file.name(), ms, ms / unit,
                        kept.get(0).accepted());
            }
        }
    }

    private static double median(Supplier<?> work) {
        double[] rounds = new double[ROUNDS];
        for (int i = 0; i < ROUNDS; i++) {
            long from = System.nanoTime();
            work.get();
            rounds[i] = (System.nanoTime() - from) / 1e6;
        }
        Arrays.sort(rounds);
        return rounds[ROUNDS / 2];
    }
}
