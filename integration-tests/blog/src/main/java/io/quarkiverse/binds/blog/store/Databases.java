package io.quarkiverse.binds.blog.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.hibernate.Session;

import io.quarkiverse.binds.Bind;
import io.quarkiverse.binds.Binds;
import io.quarkus.hibernate.orm.PersistenceUnit;
import io.quarkus.narayana.jta.QuarkusTransaction;

/** Raw SQL: what is really there, in whichever databases the binds lead to. */
@ApplicationScoped
public class Databases {

    private static final Set<String> TABLE_TYPES = Set.of("TABLE", "BASE TABLE");

    /** A bind, the name of its database, and the tables in it. */
    public record View(String bind, String database, Set<String> tables) {
    }

    /** Without a name it is the session of the default bind. */
    @Inject
    Session posts;

    @Inject
    @PersistenceUnit("users")
    Session users;

    @Inject
    Binds binds;

    public List<View> list() {
        return List.of(view(Bind.DEFAULT, posts), view("users", users));
    }

    private View view(String bind, Session session) {
        String query = binds.get(bind).kind().equals("postgresql") ? "select current_database()" : "select database()";
        return QuarkusTransaction.requiringNew().call(() -> new View(bind,
                session.createNativeQuery(query, String.class).getSingleResult(), session.doReturningWork(Databases::tables)));
    }

    private static Set<String> tables(Connection connection) throws SQLException {
        Set<String> names = new TreeSet<>();
        try (ResultSet rows = connection.getMetaData().getTables(connection.getCatalog(), connection.getSchema(), "%", null)) {
            while (rows.next()) {
                if (TABLE_TYPES.contains(rows.getString("TABLE_TYPE"))) {
                    names.add(rows.getString("TABLE_NAME").toLowerCase(Locale.ROOT));
                }
            }
        }
        return names;
    }
}
