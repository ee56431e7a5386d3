package io.quarkiverse.binds.runtime.session;

import jakarta.inject.Singleton;

import org.hibernate.Session;

import io.quarkiverse.binds.NoUnitOfWorkException;
import io.quarkus.agroal.runtime.AgroalDataSourceUtil;

/**
 * The sessions that the calling thread is to use: those of its unit of work, or those of a transaction that something else
 * began. Thread-safe.
 */
@Singleton
public class Sessions {

    private final Units units;

    Sessions(Units units) {
        this.units = units;
    }

    /** The session of a bind as the user gets it. */
    public Session view(String bind) {
        Unit unit = unit();
        return unit == null ? units.quarkusSession(bind) : unit.view(bind);
    }

    /** The session of a bind for one call, without the checks of the one that the user gets. */
    public Session of(String bind) {
        Unit unit = unit();
        return unit == null ? units.quarkusSession(bind) : unit.session(bind);
    }

    public Session of(Class<?> entity) {
        return of(units.persistence().unitOf(entity));
    }

    public Session forWriting(Object entity, String what) {
        Unit unit = unit();
        if (unit == null) {
            return units.quarkusSession(units.persistence().unitOf(entity.getClass()));
        }
        unit.requireWritable(what);
        return unit.session(units.persistence().unitOf(entity.getClass()));
    }

    public String defaultUnit() {
        return units.persistence().defaultUnit();
    }

    public String unitOf(Class<?> entity) {
        return units.persistence().unitOf(entity);
    }

    public void flush() {
        Unit unit = unit();
        if (unit != null) {
            unit.flush();
        } else {
            units.persistence().units().stream().filter(units::hasDatabase).forEach(name -> units.quarkusSession(name).flush());
        }
    }

    /** The key of the database of a dynamic bind for what the calling thread does. */
    public String database(String bind) {
        return units.database(bind);
    }

    public BindWork bind(String name) {
        return new BindWork(name, this, units.persistence(), AgroalDataSourceUtil.dataSourceInstance(name).get());
    }

    void flush(String bind) {
        Unit unit = unit();
        if (unit != null) {
            unit.enter().flush(bind);
        } else if (units.persistence().units().contains(bind)) {
            units.quarkusSession(bind).flush();
        }
    }

    void noteUpdate(String sql) {
        Unit unit = unit();
        if (unit != null) {
            unit.requireWritable("change rows");
            unit.enter().noteWrite(sql);
        }
    }

    public void commit() {
        Unit unit = unit();
        if (unit != null) {
            unit.commit();
        } else if (TestTransactionMark.isSet(units.jta().registry())) {
            flush();
        } else {
            throw foreign("commit", "its end commits, so leave this commit out");
        }
    }

    public void rollback() {
        Unit unit = unit();
        if (unit == null) {
            throw foreign("roll back", "throw an exception, or mark it with setRollbackOnly()");
        }
        unit.rollback();
    }

    void markRollback() {
        units.jta().setRollbackOnly();
    }

    /** @return null in a transaction that no unit began */
    private Unit unit() {
        Unit unit = units.governing();
        if (unit == null && units.jta().current() == null) {
            throw new NoUnitOfWorkException("There is no unit of work on thread '" + Thread.currentThread().getName()
                    + "': a REST request is one; elsewhere run the work with db.run(...) or db.call(...), or annotate the method of a"
                    + " bean with @UnitOfWork or @Transactional");
        }
        return unit;
    }

    private static IllegalStateException foreign(String what, String instead) {
        return new IllegalStateException(
                "Cannot " + what + " a transaction that this unit of work did not begin, such as one of"
                        + " @Transactional: " + instead + ". For a transaction of your own: db.run(...)");
    }
}
