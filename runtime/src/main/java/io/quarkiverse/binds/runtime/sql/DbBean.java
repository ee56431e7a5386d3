package io.quarkiverse.binds.runtime.sql;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.FindOption;
import jakarta.persistence.LockModeType;
import jakarta.persistence.NoResultException;
import jakarta.persistence.NonUniqueResultException;

import org.hibernate.HibernateException;
import org.hibernate.Session;
import org.hibernate.query.SelectionQuery;

import io.quarkiverse.binds.Attributes;
import io.quarkiverse.binds.BindDb;
import io.quarkiverse.binds.Binds;
import io.quarkiverse.binds.CursorPagination;
import io.quarkiverse.binds.Db;
import io.quarkiverse.binds.GetOrCreateResult;
import io.quarkiverse.binds.PageParams;
import io.quarkiverse.binds.Pagination;
import io.quarkiverse.binds.Selection;
import io.quarkiverse.binds.UnitOfWorkCallable;
import io.quarkiverse.binds.UnitOfWorkOptions;
import io.quarkiverse.binds.UnitOfWorkRunnable;
import io.quarkiverse.binds.runtime.keyset.CursorPaginator;
import io.quarkiverse.binds.runtime.pagination.Paginator;
import io.quarkiverse.binds.runtime.pool.BindPools;
import io.quarkiverse.binds.runtime.selection.Selections;
import io.quarkiverse.binds.runtime.session.BindOperations;
import io.quarkiverse.binds.runtime.session.NotFoundExceptionFactory;
import io.quarkiverse.binds.runtime.session.Sessions;
import io.quarkiverse.binds.runtime.session.UnitOfWorkExecutor;
import io.quarkiverse.binds.runtime.upsert.GetOrCreate;
import io.quarkiverse.binds.runtime.upsert.Upsert;
import io.quarkus.hibernate.orm.panache.PanacheQuery;

/** The {@link Db} of the application. */
@ApplicationScoped
public class DbBean implements Db {

    private final Sessions sessions;
    private final UnitOfWorkExecutor executor;
    private final Binds binds;
    private final NotFoundExceptionFactory notFound;
    private final BindPools pools;
    private final Paginator paginator;
    private final CursorPaginator cursorPaginator;
    private final Selections selections;
    private final GetOrCreate getOrCreate;
    private final Upsert upsert;
    private final Map<String, BindDb> byName = new ConcurrentHashMap<>();

    DbBean(Sessions sessions, UnitOfWorkExecutor executor, Binds binds, NotFoundExceptionFactory notFound, BindPools pools,
            Paginator paginator, CursorPaginator cursorPaginator, Selections selections, GetOrCreate getOrCreate,
            Upsert upsert) {
        this.sessions = sessions;
        this.executor = executor;
        this.binds = binds;
        this.notFound = notFound;
        this.pools = pools;
        this.paginator = paginator;
        this.cursorPaginator = cursorPaginator;
        this.selections = selections;
        this.getOrCreate = getOrCreate;
        this.upsert = upsert;
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
        return sessions.proxy(sessions.defaultPersistenceUnit());
    }

    @Override
    public Session session(Class<?> entity) {
        return sessions.proxy(sessions.persistenceUnit(entity));
    }

    @Override
    public Session session(String bind) {
        binds.get(bind); // refuses an unknown name with a message that lists the known ones
        return sessions.proxy(bind);
    }

    @Override
    public BindDb bind(String name) {
        return byName.computeIfAbsent(name, n -> new BindDbOfName(BindOperations.of(binds.get(n).name(), sessions), pools));
    }

    @Override
    public <T> SelectionQuery<T> query(Class<T> entity, String query, Object... parameters) {
        SelectionQuery<T> selection = sessions.of(entity).createSelectionQuery(Hql.whole(entity, query), entity);
        for (int i = 0; i < parameters.length; i++) {
            selection.setParameter(i + 1, parameters[i]);
        }
        return selection;
    }

    @Override
    public <T> T getOr404(Class<T> entity, Object id, FindOption... options) {
        return getOr404(entity, id, "There is no " + entity.getSimpleName() + " " + id, options);
    }

    @Override
    public <T> T getOr404(Class<T> entity, Object id, String description, FindOption... options) {
        return orElse404(id == null ? null : find(entity, id, options), description);
    }

    /** @return null also for an id that cannot be turned into one of the entity, such as a text of a request */
    private <T> T find(Class<T> entity, Object id, FindOption... options) {
        Session session = sessions.of(entity);
        try {
            return session.find(entity, id, options);
        } catch (IllegalArgumentException | HibernateException e) {
            if (session.getFactory().getMetamodel().entity(entity).getIdType().getJavaType().isInstance(id)) {
                throw e;
            }
            return null;
        }
    }

    @Override
    public <T> Optional<T> first(SelectionQuery<T> query) {
        return paginator.read(query, 1).stream().filter(Objects::nonNull).findFirst();
    }

    @Override
    public <T> T one(SelectionQuery<T> query) {
        List<T> found = paginator.read(query, 2);
        if (found.isEmpty()) {
            throw new NoResultException("No result for: " + Hql.of(query));
        }
        if (found.size() > 1) {
            throw new NonUniqueResultException("More than one result for: " + Hql.of(query));
        }
        return found.get(0);
    }

    @Override
    public <T> T firstOr404(SelectionQuery<T> query) {
        return firstOr404(query, "Nothing found");
    }

    @Override
    public <T> T firstOr404(SelectionQuery<T> query, String description) {
        List<T> found = paginator.read(query, 1);
        return orElse404(found.isEmpty() ? null : found.get(0), description);
    }

    @Override
    public <T> T oneOr404(SelectionQuery<T> query) {
        return oneOr404(query, "Nothing found, or more than one");
    }

    @Override
    public <T> T oneOr404(SelectionQuery<T> query, String description) {
        List<T> found = paginator.read(query, 2);
        return orElse404(found.size() == 1 ? found.get(0) : null, description);
    }

    private <T> T orElse404(T found, String description) {
        if (found == null) {
            throw notFound.exception(description);
        }
        return found;
    }

    @Override
    public <T> GetOrCreateResult<T> getOrCreate(Class<T> entity, Attributes<T> key, Consumer<? super T> init,
            LockModeType lock) {
        return getOrCreate.run(entity, key, init, lock);
    }

    @Override
    public <T> void upsert(Class<T> entity, Attributes<T> key, Attributes<T> values, Consumer<? super T> init) {
        upsert.run(entity, key, values, init);
    }

    @Override
    public <T> Pagination<T> paginate(SelectionQuery<T> query) {
        return paginate(query, paginator.numberOfRequest());
    }

    @Override
    public <T> Pagination<T> paginate(SelectionQuery<T> query, PageParams page) {
        return paginator.paginate(query, page);
    }

    @Override
    public <T> Pagination<T> paginate(PanacheQuery<T> query) {
        return paginate(query, paginator.numberOfRequest());
    }

    @Override
    public <T> Pagination<T> paginate(PanacheQuery<T> query, PageParams page) {
        return paginator.paginate(query, page);
    }

    @Override
    public <T> CursorPagination<T> paginateByCursor(SelectionQuery<T> query) {
        return paginateByCursor(query, paginator.cursorOfRequest());
    }

    @Override
    public <T> CursorPagination<T> paginateByCursor(SelectionQuery<T> query, PageParams page) {
        return cursorPaginator.paginate(query, page);
    }

    @Override
    public <T> Selection<T> selection(Class<T> entity, String query, Object... parameters) {
        return selections.select(entity, Hql.whole(entity, query), parameters);
    }

    @Override
    public <T> Selection<T> selection(SelectionQuery<T> query) {
        return selections.select(query);
    }

    @Override
    public <T> Selection<T> openSelection(Class<T> entity, String token) {
        return selections.open(entity, token);
    }

    @Override
    public <X extends Exception> void run(UnitOfWorkRunnable<X> work) throws X {
        run(UnitOfWorkOptions.defaults(), work);
    }

    @Override
    public <X extends Exception> void run(UnitOfWorkOptions options, UnitOfWorkRunnable<X> work) throws X {
        executor.run(options, () -> "db.run", () -> {
            work.run();
            return null;
        });
    }

    @Override
    public <T, X extends Exception> T call(UnitOfWorkCallable<T, X> task) throws X {
        return call(UnitOfWorkOptions.defaults(), task);
    }

    @Override
    public <T, X extends Exception> T call(UnitOfWorkOptions options, UnitOfWorkCallable<T, X> task) throws X {
        return executor.run(options, () -> "db.call", task);
    }
}
