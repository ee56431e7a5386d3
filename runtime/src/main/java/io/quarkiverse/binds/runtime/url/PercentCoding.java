package io.quarkiverse.binds.runtime.url;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;

/**
 * Percent escapes (RFC 3986), always of UTF-8 bytes.
 * <p>
 * {@link java.net.URLDecoder} is not used because it turns '+' into a blank everywhere and replaces malformed UTF-8 silently: a
 * password would be changed without an error.
 */
final class PercentCoding {

    private static final String HEX = "0123456789ABCDEF";

    private PercentCoding() {
    }

    /**
     * @param plusIsBlank true in a query, where '+' has stood for a blank since HTML forms; false everywhere else
     * @throws CharacterCodingException if an escape is not '%' and two hexadecimal digits, or the bytes are not UTF-8
     */
    static String decode(String text, boolean plusIsBlank) throws CharacterCodingException {
        String plain = plusIsBlank ? text.replace('+', ' ') : text;
        if (plain.indexOf('%') < 0) {
            return plain;
        }
        byte[] encoded = plain.getBytes(StandardCharsets.UTF_8);
        byte[] decoded = new byte[encoded.length];
        int length = 0;
        for (int i = 0; i < encoded.length; i++) {
            if (encoded[i] != '%') {
                decoded[length++] = encoded[i];
                continue;
            }
            int high = i + 2 < encoded.length ? Character.digit(encoded[i + 1], 16) : -1;
            int low = i + 2 < encoded.length ? Character.digit(encoded[i + 2], 16) : -1;
            if (high < 0 || low < 0) {
                throw new MalformedInputException(1);
            }
            decoded[length++] = (byte) (high << 4 | low);
            i += 2;
        }
        return StandardCharsets.UTF_8.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(decoded, 0, length)).toString();
    }

    /**
     * Escapes all characters but those that RFC 3986 calls unreserved, and '$', which is common in database names. Since '{' is
     * escaped, the result never contains the beginning of a configuration expression.
     */
    static String encode(String text) {
        StringBuilder result = new StringBuilder(text.length() + 16);
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            if (Characters.isNameCharacter(b) || b == '~' || b == '$') {
                result.append((char) b);
            } else {
                result.append('%').append(HEX.charAt(b >> 4 & 0xF)).append(HEX.charAt(b & 0xF));
            }
        }
        return result.toString();
    }
}
