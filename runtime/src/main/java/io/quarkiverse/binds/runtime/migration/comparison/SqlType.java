package io.quarkiverse.binds.runtime.migration.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A type of a column in its parts.
 *
 * @param name without arguments, in lower case, such as {@code timestamp without time zone}
 * @param arguments length, precision and scale, or the quoted values of an enum
 */
public record SqlType(String name, List<String> arguments) {

    private static final Pattern WITH_ARGUMENTS = Pattern.compile("([^(]*)\\(((?:[^')]|'(?:[^']|'')*')*)\\)(.*)",
            Pattern.DOTALL);
    private static final Pattern ARGUMENT = Pattern.compile("'(?:[^']|'')*'|[^,\\s]+");

    public SqlType {
        arguments = List.copyOf(arguments);
    }

    public static SqlType of(String type) {
        Matcher matcher = WITH_ARGUMENTS.matcher(type);
        if (!matcher.matches()) {
            return new SqlType(words(type), List.of());
        }
        List<String> arguments = new ArrayList<>();
        Matcher argument = ARGUMENT.matcher(matcher.group(2));
        while (argument.find()) {
            arguments.add(argument.group());
        }
        return new SqlType(words(matcher.group(1) + " " + matcher.group(3)), arguments).withoutDisplayWidth();
    }

    /** MariaDB and old servers of MySQL show a width of integers, which does not limit the values. */
    private SqlType withoutDisplayWidth() {
        boolean isWidth = name.matches("(small|medium|big)?int( unsigned)?|tinyint( unsigned)?")
                && !(name.equals("tinyint") && arguments.equals(List.of("1")));
        return isWidth ? new SqlType(name, List.of()) : this;
    }

    private static String words(String text) {
        return text.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }

    static boolean same(String type, String other) {
        return of(type).equals(of(other));
    }

    /** Length, precision or fractional digits; the default if there is none. */
    public long argument(int index, long byDefault) {
        return index < arguments.size() && arguments.get(index).matches("\\d+") ? Long.parseLong(arguments.get(index))
                : byDefault;
    }
}
