package io.quarkiverse.binds.runtime.sql;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;

import jakarta.persistence.PersistenceException;

/** Reads rows as records: components and column labels are matched by name, {@code postCount} with {@code post_count}. */
final class Records {

    private static final Map<Class<?>, Class<?>> BOXES = Map.of(int.class, Integer.class, long.class, Long.class, short.class,
            Short.class, byte.class, Byte.class, boolean.class, Boolean.class, double.class, Double.class, float.class,
            Float.class, char.class, Character.class);

    private Records() {
    }

    static <T> RowReader<T> reader(Class<T> type, ResultSetMetaData columns) throws SQLException {
        RecordComponent[] components = registered(type, type::getRecordComponents);
        int[] column = new int[components.length];
        Class<?>[] types = new Class<?>[components.length];
        for (int i = 0; i < components.length; i++) {
            column[i] = column(components[i], type, columns);
            types[i] = components[i].getType();
        }
        Constructor<T> constructor = constructor(type, types);
        return row -> {
            Object[] values = new Object[types.length];
            for (int i = 0; i < types.length; i++) {
                values[i] = value(row, column[i], types[i], components[i]);
            }
            return make(constructor, values);
        };
    }

    private static int column(RecordComponent component, Class<?> type, ResultSetMetaData columns) throws SQLException {
        String wanted = plain(component.getName());
        List<String> labels = new ArrayList<>();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            String label = columns.getColumnLabel(i);
            if (plain(label).equals(wanted)) {
                return i;
            }
            labels.add(label);
        }
        throw new IllegalArgumentException("The component '" + component.getName() + "' of " + type.getName()
                + " has no column: the query has " + String.join(", ", labels) + ". Rename one of them, with AS in the query");
    }

    private static String plain(String name) {
        return name.replace("_", "").toLowerCase(Locale.ROOT);
    }

    private static <T> Constructor<T> constructor(Class<T> type, Class<?>[] types) {
        Constructor<T> constructor = registered(type, () -> type.getDeclaredConstructor(types));
        constructor.setAccessible(true);
        return constructor;
    }

    /**
     * Asks for a part of a record by reflection. A native executable answers by an error, of a type of its own, if the build
     * has not registered the record.
     *
     * @throws IllegalArgumentException if the record is not registered, with the ways to do that
     */
    static <T> T registered(Class<?> type, Callable<T> reflection) {
        try {
            return reflection.call();
        } catch (VirtualMachineError e) {
            throw e;
        } catch (Exception | Error e) {
            throw new IllegalArgumentException("The record " + type.getName()
                    + " cannot be read by reflection. A build registers"
                    + " the records of the application and of its indexed jars: annotate the record with @RegisterForReflection,"
                    + " or index its jar by quarkus.index-dependency.<any>.group-id and quarkus.index-dependency.<any>.artifact-id",
                    e);
        }
    }

    private static Object value(ResultSet row, int column, Class<?> type, RecordComponent component) throws SQLException {
        Object value = row.getObject(column, BOXES.getOrDefault(type, type));
        if (type.isPrimitive() && (value == null || row.wasNull())) {
            throw new PersistenceException(
                    "The column of '" + component.getName() + "' is null, which the primitive type " + type
                            + " cannot hold: use " + BOXES.get(type).getSimpleName());
        }
        return row.wasNull() ? null : value;
    }

    private static <T> T make(Constructor<T> constructor, Object[] values) {
        try {
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException refused) {
                throw refused;
            }
            throw new PersistenceException(e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new PersistenceException(e);
        }
    }
}
