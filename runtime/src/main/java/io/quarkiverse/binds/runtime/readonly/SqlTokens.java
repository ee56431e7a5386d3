package io.quarkiverse.binds.runtime.readonly;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Splits SQL into words, quoted texts and symbols, without comments. An unclosed quote or comment reaches to the end, where
 * servers report an error.
 */
final class SqlTokens {

    /** The token for a string or a quoted identifier, whatever its text. */
    static final String QUOTED = "''";

    private final String sql;
    private final SqlSyntax syntax;
    private final List<String> tokens = new ArrayList<>();
    private boolean inExecutableComment;
    private int at;

    private SqlTokens(String sql, SqlSyntax syntax) {
        this.sql = sql;
        this.syntax = syntax;
    }

    /** The tokens in their order: words in upper case, {@link #QUOTED}, and single characters. */
    static List<String> of(String sql, SqlSyntax syntax) {
        SqlTokens tokens = new SqlTokens(sql, syntax);
        while (tokens.at < sql.length()) {
            tokens.next();
        }
        return tokens.tokens;
    }

    private void next() {
        char c = sql.charAt(at);
        if (Character.isWhitespace(c)) {
            at++;
        } else if (startsLineComment(c)) {
            skipLine();
        } else if (sql.startsWith("/*", at)) {
            blockComment();
        } else if (inExecutableComment && sql.startsWith("*/", at)) {
            inExecutableComment = false;
            at += 2;
        } else if (c == '\'' || c == '"' || c == '`') {
            quoted(c, c != '`' && syntax.backslashEscapes());
        } else if (c == '$' && syntax.dollarQuotes() && dollarQuoted()) {
            tokens.add(QUOTED);
        } else if (Character.isJavaIdentifierStart(c)) {
            word();
        } else if (Character.isDigit(c)) {
            number();
        } else {
            tokens.add(String.valueOf(c));
            at++;
        }
    }

    private boolean startsLineComment(char c) {
        if (syntax.hashComments()) {
            return c == '#' || sql.startsWith("--", at) && (at + 2 == sql.length() || sql.charAt(at + 2) <= ' ');
        }
        return sql.startsWith("--", at) || syntax.slashComments() && sql.startsWith("//", at);
    }

    private void skipLine() {
        while (at < sql.length() && sql.charAt(at) != '\n' && sql.charAt(at) != '\r') {
            at++;
        }
    }

    private void blockComment() {
        at += 2;
        if (syntax.executableComments() && startsExecutable()) {
            inExecutableComment = true;
            return;
        }
        int depth = 1;
        while (at < sql.length() && depth > 0) {
            if (sql.startsWith("*/", at)) {
                depth--;
                at += 2;
            } else if (syntax.nestedComments() && sql.startsWith("/*", at)) {
                depth++;
                at += 2;
            } else {
                at++;
            }
        }
    }

    /** Skips the version of {@code /*!80000 text} (MySQL) and {@code /*M!100500 text} (MariaDB); the text is read. */
    private boolean startsExecutable() {
        int mark = sql.startsWith("M!", at) ? 2 : sql.startsWith("!", at) ? 1 : 0;
        if (mark == 0) {
            return false;
        }
        at += mark;
        while (at < sql.length() && Character.isDigit(sql.charAt(at))) {
            at++;
        }
        return true;
    }

    private void quoted(char end, boolean backslashEscapes) {
        at++;
        while (at < sql.length()) {
            char c = sql.charAt(at);
            if (c == '\\' && backslashEscapes) {
                at += 2;
            } else if (c == end) {
                at++;
                if (at == sql.length() || sql.charAt(at) != end) {
                    break;
                }
                at++; // doubled: part of the text
            } else {
                at++;
            }
        }
        tokens.add(QUOTED);
    }

    /** Skips a dollar-quoted string. @return whether there was one */
    private boolean dollarQuoted() {
        int tag = at + 1;
        while (tag < sql.length() && Character.isJavaIdentifierPart(sql.charAt(tag)) && sql.charAt(tag) != '$') {
            tag++;
        }
        if (tag >= sql.length() || sql.charAt(tag) != '$' || tag > at + 1 && Character.isDigit(sql.charAt(at + 1))) {
            return false;
        }
        String delimiter = sql.substring(at, tag + 1);
        int end = sql.indexOf(delimiter, tag + 1);
        at = end < 0 ? sql.length() : end + delimiter.length();
        return true;
    }

    private void word() {
        int start = at;
        while (at < sql.length() && Character.isJavaIdentifierPart(sql.charAt(at))) {
            at++;
        }
        String word = sql.substring(start, at).toUpperCase(Locale.ROOT);
        // E'...' of PostgreSQL has escapes in every syntax
        if (word.equals("E") && at < sql.length() && sql.charAt(at) == '\'') {
            quoted('\'', true);
        } else {
            tokens.add(word);
        }
    }

    /** Reads a number with its exponent, which would be a word otherwise. */
    private void number() {
        while (at < sql.length() && (Character.isJavaIdentifierPart(sql.charAt(at)) || sql.charAt(at) == '.')) {
            at++;
        }
        tokens.add("0");
    }
}
