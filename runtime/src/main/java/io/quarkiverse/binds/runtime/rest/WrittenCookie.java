package io.quarkiverse.binds.runtime.rest;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.ws.rs.core.HttpHeaders;

import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;

import io.quarkiverse.binds.runtime.config.PoolConfig;
import io.quarkiverse.binds.runtime.config.ReadYourWrites;
import io.quarkiverse.binds.runtime.config.ReplicaSettings;
import io.vertx.core.http.Cookie;
import io.vertx.ext.web.RoutingContext;

/**
 * The cookie of a client that has written to binds with {@code read-your-writes=session}. It expires when the replicas are
 * expected to have the write; until then it names the binds, by numbers. A forged cookie only leads to the primary.
 */
final class WrittenCookie {

    private static final String NAME = "binds-written";
    private static final String SEPARATOR = ".";

    /**
     * The seconds for which clients remember a write to a bind, by bind: 0 if they need not. A response needs no look into the
     * configuration for it.
     */
    private final Map<String, Long> seconds = new ConcurrentHashMap<>();

    /** Whether the client has written to a bind in an earlier request. */
    static boolean names(ResteasyReactiveRequestContext request, String bind) {
        return numbers(request).contains(number(bind));
    }

    /**
     * Gives the response the cookie, if a written bind needs it.
     *
     * @param written the binds that the request has written to
     */
    void set(ResteasyReactiveRequestContext request, Set<String> written) {
        long longest = 0;
        for (String bind : written) {
            longest = Math.max(longest, seconds.computeIfAbsent(bind, WrittenCookie::secondsOf));
        }
        if (longest == 0) {
            return;
        }
        Set<String> numbers = new TreeSet<>(numbers(request));
        for (String bind : written) {
            if (seconds.get(bind) > 0) {
                numbers.add(number(bind));
            }
        }
        request.serverResponse().addResponseHeader(HttpHeaders.SET_COOKIE, NAME + "=" + String.join(SEPARATOR, numbers)
                + "; Max-Age=" + longest + "; Path=/; HttpOnly; SameSite=Lax");
    }

    private static long secondsOf(String bind) {
        ReplicaSettings replicas = PoolConfig.replicas(bind).orElse(null);
        return replicas != null && replicas.readYourWrites() == ReadYourWrites.SESSION
                ? replicas.maxLag().plusMillis(999).toSeconds()
                : 0;
    }

    private static Set<String> numbers(ResteasyReactiveRequestContext request) {
        Cookie cookie = request.unwrap(RoutingContext.class).request().getCookie(NAME);
        return cookie == null ? Set.of()
                : new TreeSet<>(Arrays.stream(cookie.getValue().split("\\.")).filter(WrittenCookie::isNumber).toList());
    }

    private static boolean isNumber(String text) {
        return text.matches("[0-9a-f]{1,8}");
    }

    /** Stands for the name of a bind, which clients need not know. */
    private static String number(String bind) {
        return Integer.toHexString(bind.hashCode());
    }
}
