package io.quarkiverse.binds.runtime.session;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.jboss.logging.Logger;

import io.quarkiverse.binds.RecordedQuery;
import io.quarkiverse.binds.runtime.config.BindNames;

/** Warns, once for each line of the application, of statements that are repeated for each row. Thread-safe. */
final class RepeatedStatements {

    private static final Logger LOG = Logger.getLogger("io.quarkiverse.binds.repeated");

    /** More lines than a developer works through; further ones are not reported. */
    private static final int MAX_REPORTED = 1000;

    private final PersistenceUnits persistenceUnits;
    private final int times;
    private final Set<Reported> reported = ConcurrentHashMap.newKeySet();

    private record Reported(String location, String statement) {
    }

    RepeatedStatements(PersistenceUnits persistenceUnits, int times) {
        this.persistenceUnits = persistenceUnits;
        this.times = times;
    }

    void warn(String unitOfWork, RecordedQuery query) {
        if (reported.size() >= MAX_REPORTED || !reported.add(new Reported(query.location(), query.statement()))) {
            return;
        }
        Set<String> associations = persistenceUnits.associations(query);
        LOG.warnf("The unit of work of %s has run one statement %d times in %s, last at %s: %s. %s", unitOfWork, times,
                BindNames.display(query.bind()), query.location(), query.statement(), associations.isEmpty()
                        ? "Read all rows with one statement instead, for example with 'where id in (...)'"
                        : "It loads " + String.join(" or ", associations) + " for one row at a time. Load it with the rows, by"
                                + " 'join fetch' in the query or an entity graph, or for many rows at a time, by @BatchSize");
    }
}
