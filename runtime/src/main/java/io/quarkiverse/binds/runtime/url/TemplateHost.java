package io.quarkiverse.binds.runtime.url;

import java.util.regex.Pattern;

/**
 * The host of a URL template that contains a key. A key may be the name of a host, but not its address: an address leads to any
 * machine, including this one, past all names. Resolvers accept far more notations than four numbers: 2130706433, 0x7f000001
 * and 127.1 are all 127.0.0.1.
 */
final class TemplateHost {

    /** Addresses as accepted by inet_aton(3): one to four numbers, each decimal, octal or hexadecimal; and similar forms. */
    private static final Pattern ADDRESS = Pattern.compile("(?i)(0x[0-9a-f]*|[0-9]+)(\\.(0x[0-9a-f]*|[0-9]+))*\\.?");

    private final String host;
    private final boolean port;
    private final boolean user;

    private TemplateHost(String host, boolean port, boolean user) {
        this.host = host;
        this.port = port;
        this.user = user;
    }

    /**
     * @param position of a key in the host or the port
     * @param hosts the index at which the hosts begin; -1 if it is not known
     */
    static TemplateHost at(String template, int position, int hosts) {
        int start = position;
        while (start > 0 && isPartOfName(template.charAt(start - 1))) {
            start--;
        }
        int end = position;
        while (end < template.length() && isPartOfName(template.charAt(end))) {
            end++;
        }
        int next = Characters.indexOfAny(template, "@/?#,;()", end);
        return new TemplateHost(template.substring(start, end), isPort(template, start, hosts),
                next < template.length() && template.charAt(next) == '@');
    }

    private static boolean isPartOfName(char c) {
        return Characters.isAsciiLetterOrDigit(c) || "-_.{}".indexOf(c) >= 0;
    }

    /** Whether a position is after the ':' of a host, or after {@code port=}. */
    private static boolean isPort(String template, int start, int hosts) {
        int first = hosts < 0 ? template.indexOf('@') + 1 : hosts;
        boolean behindColon = first > 0 && start > first && template.charAt(start - 1) == ':';
        return behindColon || template.regionMatches(true, start - "port=".length(), "port=", 0, "port=".length());
    }

    boolean isPort() {
        return port;
    }

    /**
     * Refuses a key that makes the host an address. If the template itself begins the host with numbers, the network is the
     * choice of its author.
     *
     * @throws IllegalArgumentException if the host becomes an address
     */
    void check(String key) {
        boolean begins = host.substring(0, Characters.indexOfAny(host, ".", 0)).contains(UrlTemplate.KEY);
        if (!port && !user && begins && ADDRESS.matcher(host.replace(UrlTemplate.KEY, key)).matches()) {
            throw new IllegalArgumentException(
                    "in the host a key may not be a number, in whichever notation, which would be the"
                            + " address of any machine");
        }
    }
}
