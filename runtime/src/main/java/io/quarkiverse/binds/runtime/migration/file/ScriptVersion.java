package io.quarkiverse.binds.runtime.migration.file;

import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Versions of scripts: numbers with dots or underscores between them, compared as Flyway does. */
final class ScriptVersion {

    /** Compares two versions; {@code 1.0} is the same as {@code 1}. */
    static final Comparator<String> ORDER = (one, other) -> compare(numbers(one), numbers(other));

    private static final DateTimeFormatter TIMESTAMP = DateTimeFormatter.ofPattern("uuuuMMddHHmmss");

    private ScriptVersion() {
    }

    /** Makes the version of a new script: the time in UTC, or the second after the newest one if that is later. */
    static String next(Instant now, Collection<String> existing) {
        String version = TIMESTAMP.format(LocalDateTime.ofInstant(now, ZoneOffset.UTC));
        String newest = existing.stream().max(ORDER).orElse(null);
        return newest == null || ORDER.compare(version, newest) > 0 ? version : after(newest);
    }

    private static String after(String newest) {
        try {
            return TIMESTAMP.format(LocalDateTime.parse(newest, TIMESTAMP).plusSeconds(1));
        } catch (DateTimeException e) {
            return numbers(newest).get(0).add(BigInteger.ONE).toString();
        }
    }

    private static int compare(List<BigInteger> one, List<BigInteger> other) {
        for (int i = 0; i < Math.max(one.size(), other.size()); i++) {
            int order = at(one, i).compareTo(at(other, i));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    private static BigInteger at(List<BigInteger> numbers, int i) {
        return i < numbers.size() ? numbers.get(i) : BigInteger.ZERO;
    }

    private static List<BigInteger> numbers(String version) {
        return Arrays.stream(version.split("[._]")).map(BigInteger::new).toList();
    }
}
