package io.quarkiverse.binds.runtime.url;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Hides passwords in text that may or may not be a URL.
 * <p>
 * Works on the raw text, because errors show mainly URLs that cannot be parsed. If the text is ambiguous, the reading that
 * hides more is used. Every step is linear in the length of the text.
 */
final class PasswordMask {

    static final String HIDDEN = "***";

    private static final String[] SECRETS = { "password", "passwd", "pwd", "passphrase", "secret", "token" };

    private PasswordMask() {
    }

    static String mask(String text) {
        if (text == null) {
            return "";
        }
        // All ranges are found in the original text and then united: hiding one first could cut another in two.
        BitSet hidden = new BitSet(text.length());
        hideUserInfo(text, hidden);
        hideNamedValues(text, hidden);
        if (hidden.isEmpty()) {
            return text;
        }
        StringBuilder result = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            if (!hidden.get(i)) {
                result.append(text.charAt(i));
            } else {
                result.append(HIDDEN);
                i = hidden.nextClearBit(i) - 1;
            }
        }
        return result.toString();
    }

    /** Formats a parameter, or another parsed part, as it is shown in a URL. */
    static String shown(String name, String value) {
        // The value may itself be a list of names and values, or be misread as one after a typing error.
        return isSecret(name) || value.indexOf('=') >= 0 && isSecret(value) ? HIDDEN : PercentCoding.encode(value);
    }

    private static boolean isSecret(String parameterName) {
        String name = parameterName.toLowerCase(Locale.ROOT);
        for (String secret : SECRETS) {
            if (name.contains(secret)) {
                return true;
            }
        }
        return false;
    }

    /** Hides user:password@host. The password may itself contain any character, so it is assumed to end at the last '@'. */
    private static void hideUserInfo(String text, BitSet hidden) {
        int at = text.lastIndexOf('@');
        if (text.regionMatches(true, 0, "jdbc:oracle:", 0, "jdbc:oracle:".length())) {
            int slash = text.indexOf('/', "jdbc:oracle:".length());
            int end = at < 0 ? text.length() : at;
            if (slash >= 0 && slash < end) {
                hidden.set(slash + 1, end);
            }
            return;
        }
        int separator = text.indexOf("://");
        int colon = text.indexOf(':', separator >= 0 && separator < at ? separator + 3 : 0);
        if (colon >= 0 && colon < at) {
            hidden.set(colon + 1, at);
        }
        int last = text.indexOf("://", at + 1);
        if (last >= 0) {
            hideStrayPassword(text, last + 3, hidden);
        }
    }

    /** Hides user:password without '@' and host: text in the place of the port that is not a number. */
    private static void hideStrayPassword(String text, int start, BitSet hidden) {
        int end = Characters.indexOfAny(text, "/?#", start);
        int i = start;
        while (i < end) {
            char c = text.charAt(i);
            if (c == '[') {
                i = Characters.indexOfAny(text, "]/?#", i);
            }
            if (c == ':') {
                int portEnd = Characters.indexOfAny(text, ",;/?#", i + 1);
                if (!text.substring(i + 1, portEnd).chars().allMatch(Characters::isDigit)) {
                    hidden.set(i + 1, text.length());
                    return;
                }
            }
            i++;
        }
    }

    /** Hides password=... in a query, an H2 or SQL Server setting, or Connector/J's (key=value) hosts. */
    private static void hideNamedValues(String text, BitSet hidden) {
        Map<String, Integer> ends = new HashMap<>();
        for (int equals = text.indexOf('='); equals >= 0; equals = text.indexOf('=', equals + 1)) {
            int nameEnd = skipBlanksBack(text, equals);
            int nameStart = nameEnd;
            while (nameStart > 0 && Characters.isNameCharacter(text.charAt(nameStart - 1))) {
                nameStart--;
            }
            if (isSecret(text.substring(nameStart, nameEnd))) {
                int before = skipBlanksBack(text, nameStart);
                String separators = separators(before == 0 ? ' ' : text.charAt(before - 1));
                // The range is hidden already, in a value with the same separators; searching again would not be linear.
                if (equals >= ends.getOrDefault(separators, 0)) {
                    int end = endOfValue(text, equals + 1, separators);
                    hidden.set(equals + 1, end);
                    ends.put(separators, end);
                }
            }
        }
    }

    private static int skipBlanksBack(String text, int end) {
        int i = end;
        while (i > 0 && text.charAt(i - 1) == ' ') {
            i--;
        }
        return i;
    }

    /** Returns the characters that end a value: the character before its name is the separator of the list. */
    private static String separators(char before) {
        switch (before) {
            case '?':
            case '&':
                return "&";
            case ';':
                return ";";
            case '(':
                return ")";
            case ',':
                return ",)";
            default:
                return "&;";
        }
    }

    private static int endOfValue(String text, int start, String separators) {
        // SQL Server encloses a value with a semicolon in braces; H2 escapes the semicolon by a backslash.
        if (separators.equals(";") && text.startsWith("{", start)) {
            int brace = text.indexOf("};", start);
            return brace < 0 ? text.length() : brace + 1;
        }
        int end = Characters.indexOfAny(text, separators, start);
        while (separators.equals(";") && end < text.length() && text.charAt(end - 1) == '\\') {
            end = Characters.indexOfAny(text, separators, end + 1);
        }
        return end;
    }
}
