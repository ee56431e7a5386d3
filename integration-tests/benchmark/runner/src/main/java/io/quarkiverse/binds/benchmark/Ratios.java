package io.quarkiverse.binds.benchmark;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** Ratios of a figure of one application to that of another in each pair of measurements, sorted. */
record Ratios(double[] sorted) {

    static <T> Ratios of(List<T> measured, List<T> others, ToDoubleFunction<T> figure) {
        double[] ratios = new double[measured.size()];
        for (int i = 0; i < ratios.length; i++) {
            ratios[i] = figure.applyAsDouble(measured.get(i)) / figure.applyAsDouble(others.get(i));
        }
        Arrays.sort(ratios);
        return new Ratios(ratios);
    }

    /**
     * The median, with half of the range in which the middle half of the ratios is.
     *
     * @return "-" if there is nothing to compare with
     */
    String text(int decimals) {
        double median = (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
        if (!Double.isFinite(median)) {
            return "-";
        }
        double spread = (sorted[(int) (0.75 * (sorted.length - 1))] - sorted[(int) (0.25 * (sorted.length - 1))]) / 2;
        String format = "%." + decimals + "f";
        return String.format(Locale.ROOT, format + "±" + format, median, spread);
    }
}
