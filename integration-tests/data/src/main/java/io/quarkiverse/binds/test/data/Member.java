package io.quarkiverse.binds.test.data;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;

import io.quarkiverse.binds.Bind;
import io.quarkiverse.binds.Sensitive;

/** A row with secrets, each of which must be unique. */
@MappedSuperclass
public abstract class Member {

    @Id
    public int id;

    @Column(unique = true, length = 30)
    public String name;

    @Sensitive
    @Column(unique = true, length = 30)
    public String iban;

    @Sensitive
    @Column(unique = true)
    public Integer pin;

    @Column(length = 30)
    public String city;

    @Sensitive
    @Column(length = 30)
    public String street;

    static Member of(Kind kind) {
        return switch (kind) {
            case MYSQL -> new OnMySql();
            case MARIADB -> new OnMariaDb();
            case POSTGRESQL -> new OnPostgreSql();
            case H2 -> new OnH2();
        };
    }

    @Entity(name = "MemberOnMySql")
    @Table(name = "member_row", uniqueConstraints = @UniqueConstraint(name = "home", columnNames = { "city", "street" }))
    @Bind("mysql")
    public static class OnMySql extends Member {
    }

    @Entity(name = "MemberOnMariaDb")
    @Table(name = "member_row", uniqueConstraints = @UniqueConstraint(name = "home", columnNames = { "city", "street" }))
    @Bind("mariadb")
    public static class OnMariaDb extends Member {
    }

    @Entity(name = "MemberOnPostgreSql")
    @Table(name = "member_row", uniqueConstraints = @UniqueConstraint(name = "home", columnNames = { "city", "street" }))
    @Bind("postgresql")
    public static class OnPostgreSql extends Member {
    }

    @Entity(name = "MemberOnH2")
    @Table(name = "member_row", uniqueConstraints = @UniqueConstraint(name = "home", columnNames = { "city", "street" }))
    @Bind("h2")
    public static class OnH2 extends Member {
    }
}
