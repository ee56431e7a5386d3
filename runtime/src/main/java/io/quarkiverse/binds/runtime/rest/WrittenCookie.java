package io.quarkiverse.binds.runtime.rest;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;

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

    private WrittenCookie() {
    }

    /** Whether the client has written to a bind in an earlier request. */
    static boolean names(ResteasyReactiveRequestContext request, String bind) {
        return numbers(request).contains(number(bind));
    }

    /** Gives the response the cookie if the request has written. */
    static void set(ResteasyReactiveRequestContext request) {
        Set<String> written = RequestUnitOfWork.committed(request);
        if (written.isEmpty()) {
            return;
        }
        Set<String> numbers = new TreeSet<>();
        long seconds = 0;
        for (String bind : written) {
            ReplicaSettings replicas = PoolConfig.replicas(bind).orElse(null);
            if (replicas != null && replicas.readYourWrites() == ReadYourWrites.SESSION) {
                numbers.add(number(bind));
                seconds = Math.max(seconds, replicas.maxLag().plusMillis(999).toSeconds());
            }
        }
        if (!numbers.isEmpty()) {
            numbers.addAll(numbers(request));
            request.serverResponse().addResponseHeader(HttpHeaders.SET_COOKIE, NAME + "=" + String.join(SEPARATOR, numbers)
                    + "; Max-Age=" + seconds + "; Path=/; HttpOnly; SameSite=Lax");
        }
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
