package io.quarkiverse.binds.runtime.url;

/** Classes of characters in URLs. */
final class Characters {

    private static final int ZERO_WIDTH_SPACE = 0x200B;
    private static final int BYTE_ORDER_MARK = 0xFEFF;

    private Characters() {
    }

    /**
     * Whether a character is invisible and never intended: control characters, line ends, half surrogates, and the two
     * characters that copy-and-paste and editors leave behind. Blanks and emoji joiners are not among them.
     */
    static boolean isInvisible(int codePoint) {
        if (codePoint == ZERO_WIDTH_SPACE || codePoint == BYTE_ORDER_MARK) {
            return true;
        }
        int type = Character.getType(codePoint);
        return type == Character.CONTROL || type == Character.LINE_SEPARATOR || type == Character.PARAGRAPH_SEPARATOR
                || type == Character.SURROGATE;
    }

    static boolean hasInvisible(String text) {
        return text.codePoints().anyMatch(Characters::isInvisible);
    }

    static boolean isAsciiLetterOrDigit(int c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || isDigit(c);
    }

    static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    /**
     * Whether a character may be part of a parameter name; the names of all properties of the supported drivers consist of
     * these.
     */
    static boolean isNameCharacter(int c) {
        return isAsciiLetterOrDigit(c) || c == '_' || c == '.' || c == '-';
    }

    /** The index of the first of the wanted characters; the length of the text if there is none. */
    static int indexOfAny(String text, String wanted, int from) {
        int i = from;
        while (i < text.length() && wanted.indexOf(text.charAt(i)) < 0) {
            i++;
        }
        return i;
    }
}
