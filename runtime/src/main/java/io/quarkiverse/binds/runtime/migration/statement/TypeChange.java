package io.quarkiverse.binds.runtime.migration.statement;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.quarkiverse.binds.runtime.catalog.CatalogKind;
import io.quarkiverse.binds.runtime.migration.comparison.SqlType;

/** A change of a column's type, and whether each value of the old type is one of the new. Immutable. */
record TypeChange(CatalogKind kind, SqlType before, SqlType after) {

    enum Family {
        BOOLEAN,
        INTEGER,
        DECIMAL,
        FLOAT,
        TEXT,
        BINARY,
        ENUM,
        DATE,
        TIME,
        TIMESTAMP,
        ZONED,
        UUID,
        JSON,
        OTHER
    }

    private static final long UNLIMITED = Long.MAX_VALUE;
    private static final long UNKNOWN = -1;
    /** Bytes of a character in the widest character set. */
    private static final long BYTES_OF_CHARACTER = 4;
    /** Characters of the longest date, time or UUID as text. */
    private static final long LONGEST_TEXT_OF_VALUE = 36;

    /** Characters of a type that takes any document. */
    private static final long LONG_TEXT = 1_000_000_000;

    private static final Map<String, Integer> BYTES_OF_INTEGER = Map.of("tinyint", 1, "smallint", 2, "mediumint", 3, "int", 4,
            "integer", 4, "bigint", 8);
    private static final Map<String, Integer> DIGITS_OF_FLOAT = Map.of("real", 7, "float", 7, "double", 15, "double precision",
            15,
            "decfloat", 16);
    private static final Set<String> FIXED = Set.of("char", "character", "binary");
    private static final Map<String, Long> BYTES_OF_TEXT = Map.of("tinytext", 255L, "text", 65_535L, "mediumtext", 16_777_215L,
            "tinyblob", 255L, "blob", 65_535L, "mediumblob", 16_777_215L);

    static TypeChange of(CatalogKind kind, String before, String after) {
        return new TypeChange(kind, SqlType.of(before), SqlType.of(after));
    }

    static Family family(SqlType type) {
        String name = type.name().replace(" unsigned", "");
        if (BYTES_OF_INTEGER.containsKey(name)) {
            return Family.INTEGER;
        } else if (DIGITS_OF_FLOAT.containsKey(name)) {
            return Family.FLOAT;
        }
        return switch (name) {
            case "boolean" -> Family.BOOLEAN;
            case "bit" -> type.argument(0, 1) == 1 ? Family.BOOLEAN : Family.OTHER;
            case "decimal", "numeric" -> Family.DECIMAL;
            case "char", "character", "varchar", "character varying", "varchar_ignorecase", "tinytext", "text", "mediumtext",
                    "longtext", "character large object", "clob" ->
                Family.TEXT;
            case "binary", "varbinary", "binary varying", "tinyblob", "blob", "mediumblob", "longblob", "binary large object",
                    "bytea" ->
                Family.BINARY;
            case "enum" -> Family.ENUM;
            case "date" -> Family.DATE;
            case "time", "time without time zone" -> Family.TIME;
            case "datetime", "timestamp", "timestamp without time zone" -> Family.TIMESTAMP;
            case "timestamp with time zone", "time with time zone" -> Family.ZONED;
            case "uuid" -> Family.UUID;
            case "json", "jsonb" -> Family.JSON;
            default -> Family.OTHER;
        };
    }

    Family from() {
        return family(before);
    }

    Family to() {
        return family(after);
    }

    boolean keepsAllValues() {
        if (before.equals(after)) {
            return true;
        }
        return from() == to() ? keepsAllOfFamily() : keepsAllOfOtherFamily();
    }

    private boolean keepsAllOfFamily() {
        return switch (from()) {
            case BOOLEAN, DATE, UUID, JSON -> true;
            case INTEGER -> min(after) <= min(before) && bits(after) >= bits(before);
            case FLOAT -> DIGITS_OF_FLOAT.get(after.name()) >= DIGITS_OF_FLOAT.get(before.name());
            case DECIMAL -> integerDigits(after) >= integerDigits(before) && scale(after) >= scale(before);
            // a fixed length cuts or adds blanks
            case TEXT, BINARY -> capacity(after) >= capacity(before)
                    && (!FIXED.contains(after.name()) || FIXED.contains(before.name()));
            case ENUM -> after.arguments().containsAll(before.arguments());
            case TIME, TIMESTAMP, ZONED -> before.name().equals(after.name()) && fraction(after) >= fraction(before)
                    || isMySqlDate(before) && isMySqlDate(after) && fraction(after) >= fraction(before)
                            && after.name().equals("datetime");
            case OTHER -> false;
        };
    }

    /** The range of a timestamp of MySQL is smaller than that of its datetime. */
    private static boolean isMySqlDate(SqlType type) {
        return Set.of("datetime", "timestamp").contains(type.name());
    }

    private boolean keepsAllOfOtherFamily() {
        return switch (to()) {
            case INTEGER -> from() == Family.BOOLEAN;
            case DECIMAL -> from() == Family.BOOLEAN || from() == Family.INTEGER && integerDigits(after) >= digits(before);
            case FLOAT -> from() == Family.INTEGER && digits(before) <= DIGITS_OF_FLOAT.get(after.name());
            case TIMESTAMP -> from() == Family.DATE;
            case TEXT -> !FIXED.contains(after.name()) && (from() == Family.JSON ? capacity(after) >= LONG_TEXT
                    : lengthAsText() != UNKNOWN && lengthAsText() <= capacity(after));
            default -> false;
        };
    }

    private long lengthAsText() {
        return switch (from()) {
            case BOOLEAN -> "false".length();
            case INTEGER -> digits(before) + 1;
            case DECIMAL -> before.arguments().isEmpty() ? UNLIMITED : before.argument(0, 0) + "-.".length();
            case ENUM -> before.arguments().stream().mapToLong(value -> value.length() - "''".length()).max().orElse(0);
            case DATE, TIME, TIMESTAMP, ZONED, UUID -> LONGEST_TEXT_OF_VALUE;
            default -> UNKNOWN;
        };
    }

    static long min(SqlType integer) {
        return integer.name().endsWith(" unsigned") ? 0 : -1L << bytes(integer) * Byte.SIZE - 1;
    }

    /** Bits of the largest value. */
    static int bits(SqlType integer) {
        return bytes(integer) * Byte.SIZE - (integer.name().endsWith(" unsigned") ? 0 : 1);
    }

    private static int bytes(SqlType integer) {
        return BYTES_OF_INTEGER.get(integer.name().replace(" unsigned", ""));
    }

    private static int digits(SqlType integer) {
        return BigInteger.TWO.pow(bits(integer)).toString().length();
    }

    static long integerDigits(SqlType decimal) {
        return decimal.arguments().isEmpty() ? UNLIMITED / 2 : decimal.argument(0, 10) - scale(decimal);
    }

    static long scale(SqlType decimal) {
        return decimal.arguments().isEmpty() ? UNLIMITED / 2 : decimal.argument(1, 0);
    }

    /** Characters of a text or bytes of a binary value. */
    long capacity(SqlType type) {
        Long bytes = BYTES_OF_TEXT.get(type.name());
        if (bytes != null && kind.isMySqlLike()) {
            return family(type) == Family.TEXT ? bytes / BYTES_OF_CHARACTER : bytes;
        }
        return type.argument(0, FIXED.contains(type.name()) ? 1 : UNLIMITED);
    }

    /** Of seconds, in digits; the default of MySQL is none. */
    private long fraction(SqlType type) {
        boolean isNone = kind.isMySqlLike() || kind == CatalogKind.H2 && type.name().startsWith("time ")
                || kind == CatalogKind.H2 && type.name().equals("time");
        return type.argument(0, isNone ? 0 : 6);
    }

    List<String> removedValues() {
        return before.arguments().stream().filter(value -> !after.arguments().contains(value)).toList();
    }
}
