package io.quarkiverse.binds.runtime.migration.file;

import java.util.ArrayList;
import java.util.List;

/** The words, numbers, texts in quotes and lists of a line of a snapshot, read from left to right. Used by one thread. */
final class Tokens {

    private final String line;
    private int at;

    Tokens(String line) {
        this.line = line;
    }

    /** Reads a word if it comes next. */
    boolean skip(String word) {
        int end = at + word.length();
        if (!line.startsWith(word, at) || end < line.length() && line.charAt(end) != ' ') {
            return false;
        }
        at = end;
        space();
        return true;
    }

    void expect(String word) {
        if (!skip(word)) {
            throw expected("'" + word + "'");
        }
    }

    long number() {
        int begin = at;
        while (at < line.length() && line.charAt(at) != ' ') {
            at++;
        }
        String digits = line.substring(begin, at);
        try {
            long number = Long.parseLong(digits);
            space();
            return number;
        } catch (NumberFormatException e) {
            at = begin;
            throw expected("a number");
        }
    }

    /** Reads the rest of the line. */
    String rest() {
        String rest = line.substring(at);
        at = line.length();
        return rest;
    }

    String text() {
        if (at >= line.length() || line.charAt(at) != '"') {
            throw expected("a text in quotes");
        }
        at++;
        StringBuilder text = new StringBuilder();
        while (at < line.length() && line.charAt(at) != '"') {
            text.append(line.charAt(at) == '\\' ? escaped() : line.charAt(at++));
        }
        if (at >= line.length()) {
            throw expected("a closing quote");
        }
        at++;
        space();
        return text.toString();
    }

    private char escaped() {
        String code = line.substring(at + 1, Math.min(at + 2, line.length()));
        at += 2;
        return switch (code) {
            case "n" -> '\n';
            case "r" -> '\r';
            case "t" -> '\t';
            case "\"", "\\" -> code.charAt(0);
            case "u" -> hexadecimal();
            default -> throw expected("one of \\n \\r \\t \\\" \\\\ \\u0000 and not \\" + code);
        };
    }

    private char hexadecimal() {
        try {
            char c = (char) Integer.parseUnsignedInt(line.substring(at, Math.min(at + 4, line.length())), 16);
            at += 4;
            return c;
        } catch (NumberFormatException e) {
            throw expected("four hexadecimal digits");
        }
    }

    List<String> list() {
        if (at >= line.length() || line.charAt(at) != '(') {
            throw expected("a list in parentheses");
        }
        at++;
        List<String> texts = new ArrayList<>();
        while (at < line.length() && line.charAt(at) != ')') {
            texts.add(text());
        }
        if (at >= line.length()) {
            throw expected("')'");
        }
        at++;
        space();
        return texts;
    }

    void end() {
        if (at < line.length()) {
            throw expected("the end of the line");
        }
    }

    private void space() {
        if (at < line.length() && line.charAt(at) == ' ') {
            at++;
        }
    }

    IllegalArgumentException expected(String what) {
        return new IllegalArgumentException(
                "expected " + what + " at column " + (Math.min(at, line.length()) + 1) + ": " + line);
    }
}
