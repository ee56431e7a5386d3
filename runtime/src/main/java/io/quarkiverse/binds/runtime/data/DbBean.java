package io.quarkiverse.binds.runtime.data;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.FindOption;

import org.hibernate.Session;
import org.hibernate.query.SelectionQuery;

import io.quarkiverse.binds.BindDb;
import io.quarkiverse.binds.Binds;
import io.quarkiverse.binds.Db;
import io.quarkiverse.binds.Task;
import io.quarkiverse.binds.UnitOptions;
import io.quarkiverse.binds.Work;
import io.quarkiverse.binds.runtime.pool.Pools;
import io.quarkiverse.binds.runtime.session.NotFound;
import io.quarkiverse.binds.runtime.session.Sessions;
import io.quarkiverse.binds.runtime.session.UnitRunner;

/** The {@link Db} of the application. */
@ApplicationScoped
public class DbBean implements Db {

    private final Sessions sessions;
    private final UnitRunner runner;
    private final Binds binds;
    private final NotFound notFound;
    private final Pools pools;
    private final Map<String, BindDb> byName = new ConcurrentHashMap<>();

    DbBean(Sessions sessions, UnitRunner runner, Binds binds, NotFound notFound, Pools pools) {
        this.sessions = sessions;
        this.runner = runner;
        this.binds = binds;
        this.notFound = notFound;
        this.pools = pools;
    }

    @Override
    public void add(Object... entities) {
        for (Object entity : entities) {
            sessions.forWriting(entity, "add entities").persist(entity);
        }
    }

    @Override
    public void delete(Object... entities) {
        for (Object entity : entities) {
            sessions.forWriting(entity, "delete entities").remove(entity);
        }
    }

    @Override
    public <T> T get(Class<T> entity, Object id, FindOption... options) {
        return sessions.of(entity).find(entity, id, options);
    }

    @Override
    public <T> T merge(T entity) {
        return sessions.forWriting(entity, "merge entities").merge(entity);
    }

    @Override
    public void refresh(Object... entities) {
        for (Object entity : entities) {
            sessions.of(entity.getClass()).refresh(entity);
        }
    }

    @Override
    public void flush() {
        sessions.flush();
    }

    @Override
    public void commit() {
        sessions.commit();
    }

    @Override
    public void rollback() {
        sessions.rollback();
    }

    @Override
    public Session session() {
        return sessions.view(sessions.defaultUnit());
    }

    @Override
    public Session session(Class<?> entity) {
        return sessions.view(sessions.unitOf(entity));
    }

    @Override
    public Session session(String bind) {
        binds.get(bind); // refuses an unknown name with the known ones
        return sessions.view(bind);
    }

    @Override
    public BindDb bind(String name) {
        return byName.computeIfAbsent(name, n -> new BindDbOfName(sessions.bind(binds.get(n).name()), pools));
    }

    @Override
    public <T> SelectionQuery<T> query(Class<T> entity, String query, Object... parameters) {
        SelectionQuery<T> made = sessions.of(entity).createSelectionQuery(Hql.whole(entity, query), entity);
        for (int i = 0; i < parameters.length; i++) {
            made.setParameter(i + 1, parameters[i]);
        }
        return made;
    }

    @Override
    public <T> T getOr404(Class<T> entity, Object id, FindOption... options) {
        return getOr404(entity, id, "There is no " + entity.getSimpleName() + " " + id, options);
    }

    @Override
    public <T> T getOr404(Class<T> entity, Object id, String description, FindOption... options) {
        return orElse404(id == null ? null : get(entity, id, options), description);
    }

    @Override
    public <T> T firstOr404(SelectionQuery<T> query) {
        return firstOr404(query, "Nothing found");
    }

    @Override
    public <T> T firstOr404(SelectionQuery<T> query, String description) {
        List<T> found = query.setMaxResults(1).getResultList();
        return orElse404(found.isEmpty() ? null : found.get(0), description);
    }

    @Override
    public <T> T oneOr404(SelectionQuery<T> query) {
        return oneOr404(query, "Nothing found, or more than one");
    }

    @Override
    public <T> T oneOr404(SelectionQuery<T> query, String description) {
        List<T> found = query.setMaxResults(2).getResultList();
        return orElse404(found.size() == 1 ? found.get(0) : null, description);
    }

    private <T> T orElse404(T found, String description) {
        if (found == null) {
            throw notFound.exception(description);
        }
        return found;
    }

    @Override
    public <X extends Exception> void run(Work<X> work) throws X {
        run(UnitOptions.defaults(), work);
    }

    @Override
    public <X extends Exception> void run(UnitOptions options, Work<X> work) throws X {
        runner.own(options, () -> "db.run", () -> {
            work.run();
            return null;
        });
    }

    @Override
    public <T, X extends Exception> T call(Task<T, X> task) throws X {
        return call(UnitOptions.defaults(), task);
    }

    @Override
    public <T, X extends Exception> T call(UnitOptions options, Task<T, X> task) throws X {
        return runner.own(options, () -> "db.call", task);
    }
}
