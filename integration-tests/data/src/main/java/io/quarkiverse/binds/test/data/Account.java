package io.quarkiverse.binds.test.data;

import java.util.ArrayList;
import java.util.List;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.PrePersist;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;

import io.quarkiverse.binds.Bind;

/**
 * An account with a key of two columns, another unique column, a callback and labels: more than one statement.
 *
 * @param <C> the counter of the same kind of database
 */
@MappedSuperclass
public abstract class Account<C extends Counter> {

    @Id
    @GeneratedValue
    public Long id;

    @Column(length = 50)
    public String tenant;

    @Column(length = 50)
    public String login;

    @Column(unique = true, length = 50)
    public String code;

    public String mark;

    @ElementCollection
    @Column(name = "label", length = 50)
    public List<String> labels = new ArrayList<>();

    /** Sets a value that only a callback knows. */
    @PrePersist
    void mark() {
        mark = "marked " + login;
    }

    public abstract void setCounter(C counter);

    static Class<? extends Account<?>> of(Kind kind) {
        return switch (kind) {
            case MYSQL -> OnMySql.class;
            case MARIADB -> OnMariaDb.class;
            case POSTGRESQL -> OnPostgreSql.class;
            case H2 -> OnH2.class;
        };
    }

    @Entity(name = "AccountOnMySql")
    @Table(uniqueConstraints = @UniqueConstraint(name = "mysql_login", columnNames = { "tenant", "login" }))
    @Bind("mysql")
    public static class OnMySql extends Account<Counter.OnMySql> {

        @ManyToOne(cascade = CascadeType.PERSIST)
        Counter.OnMySql counter;

        @Override
        public void setCounter(Counter.OnMySql counter) {
            this.counter = counter;
        }
    }

    @Entity(name = "AccountOnMariaDb")
    @Table(uniqueConstraints = @UniqueConstraint(name = "mariadb_login", columnNames = { "tenant", "login" }))
    @Bind("mariadb")
    public static class OnMariaDb extends Account<Counter.OnMariaDb> {

        @ManyToOne(cascade = CascadeType.PERSIST)
        Counter.OnMariaDb counter;

        @Override
        public void setCounter(Counter.OnMariaDb counter) {
            this.counter = counter;
        }
    }

    @Entity(name = "AccountOnPostgreSql")
    @Table(uniqueConstraints = @UniqueConstraint(name = "postgresql_login", columnNames = { "tenant", "login" }))
    @Bind("postgresql")
    public static class OnPostgreSql extends Account<Counter.OnPostgreSql> {

        @ManyToOne(cascade = CascadeType.PERSIST)
        Counter.OnPostgreSql counter;

        @Override
        public void setCounter(Counter.OnPostgreSql counter) {
            this.counter = counter;
        }
    }

    @Entity(name = "AccountOnH2")
    @Table(uniqueConstraints = @UniqueConstraint(name = "h2_login", columnNames = { "tenant", "login" }))
    @Bind("h2")
    public static class OnH2 extends Account<Counter.OnH2> {

        @ManyToOne(cascade = CascadeType.PERSIST)
        Counter.OnH2 counter;

        @Override
        public void setCounter(Counter.OnH2 counter) {
            this.counter = counter;
        }
    }
}
