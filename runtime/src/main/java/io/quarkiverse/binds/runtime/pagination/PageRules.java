package io.quarkiverse.binds.runtime.pagination;

import java.util.regex.Pattern;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.quarkiverse.binds.InvalidTokenException;
import io.quarkiverse.binds.PageParams;
import io.quarkiverse.binds.runtime.config.PaginationRuntimeConfig;
import io.quarkiverse.binds.runtime.session.NotFoundExceptionFactory;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;

/** Reads the parameters of a page by the rules of the call and of the configuration. Thread-safe. */
@Singleton
public class PageRules {

    /** Longest part of a bad parameter that an answer repeats. */
    private static final int SHOWN = 40;
    /** Control and format characters, such as those that reverse the direction of a text, and unpaired surrogates. */
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{C}\\p{Zl}\\p{Zp}]");

    private final NotFoundExceptionFactory notFound;
    private final PaginationRuntimeConfig config;

    PageRules(NotFoundExceptionFactory notFound, PaginationRuntimeConfig config) {
        this.notFound = notFound;
        this.config = config;
        requirePositive("per-page", config.perPage());
        requirePositive("max-per-page", config.maxPerPage());
    }

    /** Creates this bean at the start, so that an unusable size is an error of the start. */
    void check(@Observes StartupEvent start) {
    }

    private static void requirePositive(String key, int value) {
        if (value < 1) {
            throw new ConfigurationException("quarkus.binds.pagination." + key + " must be at least 1, not " + value);
        }
    }

    /** Number of the page, from 1. */
    int page(PageParams params) {
        return number("page", params.page(), 1, params.errorOut());
    }

    /** Number of results on the page, from 1. */
    public int perPage(PageParams params) {
        int max = params.maxPerPage() == null ? config.maxPerPage() : params.maxPerPage();
        return Math.min(number("per_page", params.perPage(), config.perPage(), params.errorOut()), max);
    }

    /** Refuses a cursor where pages have numbers: to leave it out would answer with another page than the wanted one. */
    void refuseCursors(PageParams params) {
        if (params.after() != null || params.before() != null) {
            throw new InvalidTokenException("'" + (params.after() != null ? "after" : "before")
                    + "' cannot be used here: these pages have numbers, use 'page'");
        }
    }

    /** Refuses a number where pages have cursors, and two cursors. */
    public void refuseNumbers(PageParams params) {
        if (params.page() != null) {
            throw new InvalidTokenException("'page' cannot be used here: these pages have no numbers, use the cursors 'after'"
                    + " and 'before' of another page");
        }
        if (params.after() != null && params.before() != null) {
            throw new InvalidTokenException("'after' and 'before' cannot be used together");
        }
    }

    private int number(String name, String text, int otherwise, boolean errorOut) {
        if (text == null) {
            return otherwise;
        }
        try {
            int number = Integer.parseInt(text.strip());
            if (number >= 1) {
                return number;
            }
        } catch (NumberFormatException e) {
            // answered below, as 0 is
        }
        if (errorOut) {
            throw notFound.exception("'" + name + "' must be a whole number from 1 to " + Integer.MAX_VALUE + ", not '"
                    + shown(text) + "'");
        }
        return otherwise;
    }

    /** The beginning of a text, without what would break the line of a log or change the colors of a terminal. */
    private static String shown(String text) {
        String beginning = text.length() > SHOWN ? text.substring(0, SHOWN) + "..." : text;
        return UNPRINTABLE.matcher(beginning).replaceAll("\uFFFD");
    }
}
