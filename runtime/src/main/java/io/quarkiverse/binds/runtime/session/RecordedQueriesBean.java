package io.quarkiverse.binds.runtime.session;

import java.util.List;

import jakarta.inject.Singleton;

import io.quarkiverse.binds.NoUnitOfWorkException;
import io.quarkiverse.binds.RecordedQueries;
import io.quarkiverse.binds.RecordedQuery;
import io.quarkiverse.binds.runtime.recording.QueryLog;

/** The bean {@link RecordedQueries}. Thread-safe: each call concerns the calling thread. */
@Singleton
public class RecordedQueriesBean implements RecordedQueries {

    private final CurrentUnitOfWork current;

    RecordedQueriesBean(CurrentUnitOfWork current) {
        this.current = current;
    }

    @Override
    public List<RecordedQuery> list() {
        QueryLog log = log();
        return log == null ? List.of() : log.queries();
    }

    @Override
    public long notKept() {
        QueryLog log = log();
        return log == null ? 0 : log.notKept();
    }

    /** @return null if nothing was recorded */
    private QueryLog log() {
        UnitOfWorkContext unitOfWork = current.getOwned();
        if (unitOfWork == null) {
            unitOfWork = current.get();
            if (unitOfWork == null) {
                throw new NoUnitOfWorkException(current.absence());
            }
        }
        if (!unitOfWork.isOwner()) {
            throw unitOfWork.attributes().confinement.refusal(unitOfWork.attributes().name());
        }
        return unitOfWork.attributes().queryLogOrNull();
    }
}
