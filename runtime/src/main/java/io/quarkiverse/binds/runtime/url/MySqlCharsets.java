package io.quarkiverse.binds.runtime.url;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * MySQL character sets, each with the Java character set by which Connector/J chooses it.
 * <p>
 * Connector/J accepts only Java names ({@code characterEncoding=utf8mb4} fails) and maps them to MySQL character sets by a
 * table of its own ({@code com.mysql.cj.CharsetMapping}). Only pairs are listed that lead back to the same MySQL character set;
 * a test verifies this with the driver. The names are not looked up here: in a native executable only the standard character
 * sets exist unless {@code quarkus.native.add-all-charsets} is set.
 */
final class MySqlCharsets {

    /**
     * utf8 and utf8mb3 become utf8mb4 on the wire, of which they are subsets: all existing text still works. latin1 is
     * windows-1252 because MySQL's latin1 has the euro sign and the typographic quotes, unlike ISO-8859-1.
     */
    private static final Map<String, String> JAVA_NAMES = Map.ofEntries(
            Map.entry("utf8mb4", "UTF-8"), Map.entry("utf8", "UTF-8"), Map.entry("utf8mb3", "UTF-8"),
            Map.entry("ascii", "US-ASCII"),
            Map.entry("latin1", "windows-1252"), Map.entry("latin2", "ISO-8859-2"), Map.entry("latin5", "ISO-8859-9"),
            Map.entry("latin7", "ISO-8859-13"), Map.entry("greek", "ISO-8859-7"), Map.entry("hebrew", "ISO-8859-8"),
            Map.entry("cp850", "IBM850"), Map.entry("cp852", "IBM852"), Map.entry("cp866", "IBM866"),
            Map.entry("cp1250", "windows-1250"), Map.entry("cp1251", "windows-1251"), Map.entry("cp1256", "windows-1256"),
            Map.entry("cp1257", "windows-1257"), Map.entry("koi8r", "KOI8-R"), Map.entry("tis620", "TIS-620"),
            Map.entry("macroman", "x-MacRoman"), Map.entry("macce", "x-MacCentralEurope"),
            Map.entry("big5", "Big5"), Map.entry("gbk", "GBK"), Map.entry("gb2312", "GB2312"), Map.entry("gb18030", "GB18030"),
            Map.entry("sjis", "Shift_JIS"), Map.entry("cp932", "windows-31j"), Map.entry("ujis", "EUC-JP"),
            Map.entry("eucjpms", "x-eucJP-Open"), Map.entry("euckr", "EUC-KR"));

    private static final Set<String> UTF8 = Set.of("utf8mb4", "utf8", "utf8mb3");

    private MySqlCharsets() {
    }

    /** The Java name; null if there is none. */
    static String javaName(String charset) {
        return JAVA_NAMES.get(charset);
    }

    static boolean isUtf8(String charset) {
        return UTF8.contains(charset);
    }

    static Map<String, String> all() {
        return new TreeMap<>(JAVA_NAMES);
    }

    static String known() {
        return String.join(", ", new TreeSet<>(JAVA_NAMES.keySet()));
    }

    /** Refuses a frequent mistake for which Connector/J's own message does not give the right value. */
    static void checkEncoding(String value, String url) {
        if (value.toLowerCase(Locale.ROOT).startsWith("utf8mb")) {
            throw DatabaseUrlException.of(url, "characterEncoding takes a Java name: write characterEncoding=UTF-8, which"
                    + " is utf8mb4 in MySQL, or leave it out, since utf8mb4 is the default");
        }
    }
}
