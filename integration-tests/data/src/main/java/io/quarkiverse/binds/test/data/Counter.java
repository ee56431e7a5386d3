package io.quarkiverse.binds.test.data;

import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;

import org.hibernate.annotations.CreationTimestamp;
import org.hibernate.annotations.NaturalId;
import org.hibernate.annotations.UpdateTimestamp;

import io.quarkiverse.binds.Bind;

/** A number with a name: one row, one statement. */
@MappedSuperclass
public abstract class Counter {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;

    @NaturalId
    @Column(length = 100)
    public String name;

    @Column(nullable = false)
    public int amount;

    public String note = "none";

    @CreationTimestamp
    public Instant created;

    @UpdateTimestamp
    public Instant updated;

    @Version
    public int version;

    static Class<? extends Counter> of(Kind kind) {
        return switch (kind) {
            case MYSQL -> OnMySql.class;
            case MARIADB -> OnMariaDb.class;
            case POSTGRESQL -> OnPostgreSql.class;
            case H2 -> OnH2.class;
        };
    }

    static Counter of(Kind kind, String name) {
        Counter counter = switch (kind) {
            case MYSQL -> new OnMySql();
            case MARIADB -> new OnMariaDb();
            case POSTGRESQL -> new OnPostgreSql();
            case H2 -> new OnH2();
        };
        counter.name = name;
        return counter;
    }

    @Entity(name = "CounterOnMySql")
    @Bind("mysql")
    public static class OnMySql extends Counter {
    }

    @Entity(name = "CounterOnMariaDb")
    @Bind("mariadb")
    public static class OnMariaDb extends Counter {
    }

    @Entity(name = "CounterOnPostgreSql")
    @Bind("postgresql")
    public static class OnPostgreSql extends Counter {
    }

    @Entity(name = "CounterOnH2")
    @Bind("h2")
    public static class OnH2 extends Counter {
    }
}
