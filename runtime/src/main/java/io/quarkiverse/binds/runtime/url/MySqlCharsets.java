package io.quarkiverse.binds.runtime.url;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * MySQL character sets and the Java ones that make Connector/J choose them.
 * <p>
 * Connector/J takes only Java names ({@code characterEncoding=utf8mb4} fails) and picks the MySQL character set by a table of
 * its own ({@code com.mysql.cj.CharsetMapping}). Only those pairs are here that lead back to the same MySQL character set; a
 * test asks the driver. The names are not looked up here: in a native executable only the standard ones exist unless
 * {@code quarkus.native.add-all-charsets} is set.
 */
final class MySqlCharsets {

    /**
     * utf8 and utf8mb3 become utf8mb4 on the wire, of which they are a subset: each text that worked still works. latin1 is
     * windows-1252 because MySQL's latin1 has the euro sign and the typographic quotes, which ISO-8859-1 has not.
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

    /** The Java name, or null if there is none. */
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
}
