package io.quarkiverse.binds.runtime.data;

import org.hibernate.Session;

import io.quarkiverse.binds.BindDb;
import io.quarkiverse.binds.Sql;
import io.quarkiverse.binds.runtime.session.BindWork;

/** One bind of the {@link io.quarkiverse.binds.Db}. */
final class BindDbOfName implements BindDb {

    private final BindWork work;

    BindDbOfName(BindWork work) {
        this.work = work;
    }

    @Override
    public String name() {
        return work.bind();
    }

    @Override
    public Session session() {
        return work.session();
    }

    @Override
    public Sql sql(String sql, Object... parameters) {
        return new SqlStatement(work, sql, parameters);
    }
}
