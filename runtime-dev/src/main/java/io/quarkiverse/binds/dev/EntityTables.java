package io.quarkiverse.binds.dev;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.hibernate.mapping.Join;
import org.hibernate.mapping.PersistentClass;
import org.hibernate.mapping.Table;

import io.quarkiverse.binds.runtime.schema.PersistenceUnitMetadata;

/** Reads the tables of the entities of a bind from the metadata of Hibernate ORM. */
final class EntityTables {

    private EntityTables() {
    }

    /** @return by class name, the names of its table and of its secondary tables */
    static Map<String, List<String>> of(String bind) {
        Map<String, List<String>> tables = new TreeMap<>();
        PersistenceUnitMetadata.Model model = PersistenceUnitMetadata.of(bind);
        if (model != null) {
            model.metadata().getEntityBindings().forEach(entity -> tables.put(entity.getClassName(), of(entity)));
        }
        return tables;
    }

    private static List<String> of(PersistentClass entity) {
        return Stream.concat(Stream.of(entity.getTable()), entity.getJoins().stream().map(Join::getTable))
                .map(Table::getName).toList();
    }
}
