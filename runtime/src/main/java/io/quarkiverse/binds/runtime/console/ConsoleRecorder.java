package io.quarkiverse.binds.runtime.console;

import java.util.Map;

import io.quarkiverse.binds.Binds;
import io.quarkiverse.binds.Databases;
import io.quarkiverse.binds.Db;
import io.quarkus.arc.Arc;
import io.quarkus.arc.ArcContainer;
import io.quarkus.dev.console.DevConsoleManager;
import io.quarkus.hibernate.orm.runtime.JPAConfig;
import io.quarkus.runtime.annotations.Recorder;

/** Lets the console of dev mode run queries in the application. */
@Recorder
public class ConsoleRecorder {

    /** Name of the action that the console calls; its answer is a text. */
    public static final String ACTION = "quarkus-binds.query";

    /** Parameter: {@code entities} or {@code query}. */
    public static final String COMMAND = "command";
    /** Parameter: the query. */
    public static final String QUERY = "query";
    /** Parameter: name of a bind; none for the one of the entity in the query. */
    public static final String BIND = "bind";
    /** Parameter: key of a database of a dynamic bind. */
    public static final String DATABASE = "database";
    /** Parameter: present for a query in SQL instead of HQL. */
    public static final String SQL = "sql";
    /** Parameter: number of rows at most. */
    public static final String LIMIT = "limit";

    public void register() {
        ClassLoader application = Thread.currentThread().getContextClassLoader();
        DevConsoleManager.register(ACTION, parameters -> {
            if (Arc.container() == null) {
                return "The application does not run: its start has failed";
            }
            Thread thread = Thread.currentThread();
            ClassLoader before = thread.getContextClassLoader();
            thread.setContextClassLoader(application);
            try {
                return run(parameters);
            } catch (RuntimeException e) {
                return message(e);
            } finally {
                thread.setContextClassLoader(before);
            }
        });
    }

    private static String run(Map<String, String> parameters) {
        ArcContainer container = Arc.container();
        Binds binds = container.instance(Binds.class).get();
        if ("entities".equals(parameters.get(COMMAND))) {
            return new EntityList(binds, container.instance(JPAConfig.class).get()).print(parameters.get(BIND));
        }
        return new QueryCommand(binds, container.instance(Db.class).get(), container.instance(Databases.class).get())
                .run(parameters);
    }

    private static String message(RuntimeException e) {
        return e.getMessage() == null ? e.toString() : e.getMessage();
    }
}
