package io.quarkiverse.binds.runtime.dynamic;

import java.util.List;
import java.util.function.Supplier;

import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.enterprise.inject.CreationException;

import io.quarkiverse.binds.DatabaseSelector;
import io.quarkiverse.binds.runtime.config.BindNames;

/**
 * The {@link DatabaseSelector} beans that select a database of one bind, in the order in which they are called. Thread-safe.
 */
final class Selectors {

    private static final String OR_RUN = ", or run the work in databases.run(key, ...)";

    private final String bind;
    private final List<Selector> selectors;

    /**
     * @param name the name of its class, for messages
     * @param bean returns the bean, created at its first call, so that a bean that cannot be created does not break other binds
     */
    record Selector(String name, Supplier<DatabaseSelector> bean) {
    }

    Selectors(String bind, List<Selector> selectors) {
        this.bind = bind;
        this.selectors = selectors;
    }

    /**
     * Returns the key of the first selector that gives one.
     *
     * @param reasons receives the reason of each selector that gives none
     * @return null if no selector gives one
     * @throws IllegalStateException if a selector fails; its other exceptions, such as a response for a user that is not logged
     *         in, are not wrapped
     */
    String select(List<String> reasons) {
        for (Selector selector : selectors) {
            String reason;
            try {
                String key = selector.bean().get().select(bind);
                if (key != null && !key.isEmpty()) {
                    return key;
                }
                reason = "the DatabaseSelector " + selector.name() + " gave " + (key == null ? "null" : "an empty key");
            } catch (ContextNotActiveException e) {
                reason = "the DatabaseSelector " + selector.name() + " needs a request, and no request is active on thread '"
                        + Thread.currentThread().getName() + "'";
            } catch (IllegalStateException | NullPointerException | CreationException e) {
                throw selectorFailed(selector, e);
            }
            reasons.add(reason);
        }
        return null;
    }

    /** The message for a selection without a key, with advice. */
    static String absence(List<String> reasons) {
        return reasons.isEmpty()
                ? "there is no DatabaseSelector bean. Write one that returns the key, as from a header" + OR_RUN
                : String.join(", ", reasons) + ". Have the request name one (a missing header?)" + OR_RUN;
    }

    private IllegalStateException selectorFailed(Selector selector, RuntimeException e) {
        return new IllegalStateException("The DatabaseSelector " + selector.name() + " cannot choose a database of "
                + BindNames.display(bind) + " on thread '" + Thread.currentThread().getName() + "': "
                + OpenFailureBackoff.reason(e)
                + ". Let the selector return null without a request, for example by reading a field that a request filter sets"
                + OR_RUN, e);
    }
}
