package io.quarkiverse.binds.runtime.catalog;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Words of the catalogs of MySQL and MariaDB. MySQL shows the text of a literal default without quotes, and expressions with
 * escaped quotes.
 */
final class MySqlWords extends CatalogWords {

    private static final Pattern NUMERIC = Pattern.compile(
            "^(tinyint|smallint|mediumint|int|bigint|decimal|float|double|bit|year)\\b.*", Pattern.DOTALL);
    private static final Pattern CHARACTER_SET = Pattern.compile("\\b_(?:utf8mb4|utf8mb3|latin1|binary|ascii)(?=')");
    private static final Pattern ON_UPDATE = Pattern.compile("on update \\w+(\\(\\d*\\))?", Pattern.CASE_INSENSITIVE);

    private static final Pattern WIDTH = Pattern.compile("^(bigint|int|mediumint|smallint|tinyint|year)\\(\\d+\\)");

    private final boolean isMariaDb;

    MySqlWords(boolean isMariaDb) {
        this.isMariaDb = isMariaDb;
    }

    /** Leaves the width out that only has a meaning for {@code tinyint(1)}, a truth value. */
    @Override
    String type(String type) {
        return type.startsWith("tinyint(1)") ? type : WIDTH.matcher(type).replaceFirst("$1");
    }

    @Override
    String defaultValue(String type, String text, String extra) {
        String value = text == null ? null : isMariaDb ? text : ofMySql(type, text, extra);
        Matcher onUpdate = ON_UPDATE.matcher(extra);
        if (onUpdate.find()) {
            return (value == null ? "NULL" : value) + " " + onUpdate.group();
        }
        return value;
    }

    private String ofMySql(String type, String text, String extra) {
        if (extra.contains("DEFAULT_GENERATED")) {
            return text.toUpperCase(Locale.ROOT).startsWith("CURRENT_TIMESTAMP") ? text : "(" + expression(text) + ")";
        }
        return NUMERIC.matcher(type).matches() ? text : "'" + text.replace("\\", "\\\\").replace("'", "''") + "'";
    }

    @Override
    String expression(String expression) {
        if (expression == null || isMariaDb) {
            return expression;
        }
        StringBuilder text = new StringBuilder();
        for (int at = 0; at < expression.length(); at++) {
            boolean isEscape = expression.charAt(at) == '\\' && at + 1 < expression.length();
            text.append(isEscape ? SqlToken.unescaped(expression.charAt(++at)) : expression.charAt(at));
        }
        return CHARACTER_SET.matcher(text).replaceAll("");
    }
}
