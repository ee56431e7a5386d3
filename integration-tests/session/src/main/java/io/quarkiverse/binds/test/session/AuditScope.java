package io.quarkiverse.binds.test.session;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;

import io.quarkiverse.binds.SessionScope;

/** C6: the example of the guide. Only one test has it. */
@Alternative
@ApplicationScoped
public class AuditScope implements SessionScope {

    private final ThreadLocal<String> part = new ThreadLocal<>();

    @Override
    public Object key() {
        return part.get(); // null: the usual sessions
    }

    public void audit(Runnable work) {
        part.set("audit");
        try {
            work.run();
        } finally {
            part.remove();
        }
    }
}
