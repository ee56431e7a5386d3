package io.quarkiverse.binds.test.start;

import jakarta.inject.Inject;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Id;

import io.quarkiverse.binds.Bind;
import io.quarkus.hibernate.orm.PersistenceUnit;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.QuarkusApplication;
import io.quarkus.runtime.annotations.QuarkusMain;

/** Program that reads from two binds, prints the rows and ends. */
@QuarkusMain
public class UsesBothBinds implements QuarkusApplication {

    @Entity
    public static class Post {
        @Id
        public Long id;
    }

    @Entity
    @Bind("users")
    public static class Member {
        @Id
        public Long id;
    }

    @Inject
    EntityManager posts;

    @Inject
    @PersistenceUnit("users")
    EntityManager users;

    @Override
    public int run(String... args) {
        System.out.println("POSTS " + count(posts, "Post"));
        try {
            count(users, "Member");
        } catch (RuntimeException e) {
            Throwable cause = e;
            while (cause.getCause() != null) {
                cause = cause.getCause();
            }
            System.out.println("USERS " + cause.getMessage());
        }
        return 0;
    }

    private static Object count(EntityManager manager, String table) {
        return QuarkusTransaction.requiringNew()
                .call(() -> manager.createNativeQuery("select count(*) from " + table).getSingleResult());
    }
}
