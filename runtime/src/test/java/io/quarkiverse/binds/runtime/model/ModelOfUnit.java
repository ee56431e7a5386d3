package io.quarkiverse.binds.runtime.model;

import java.util.HashMap;
import java.util.Map;

import org.hibernate.SessionFactory;
import org.hibernate.boot.MetadataSources;
import org.hibernate.boot.registry.BootstrapServiceRegistryBuilder;
import org.hibernate.boot.registry.StandardServiceRegistry;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;

import io.quarkiverse.binds.runtime.catalog.CatalogKind;
import io.quarkiverse.binds.runtime.schema.PersistenceUnitMetadata;
import io.quarkiverse.binds.runtime.schema.SnakeCaseTableNames;

/** A persistence unit without an application and without a server. */
public final class ModelOfUnit implements AutoCloseable {

    private final SessionFactory factory;

    private ModelOfUnit(SessionFactory factory) {
        this.factory = factory;
    }

    public static ModelOfUnit open(String name, CatalogKind kind, Class<?>... entities) {
        Map<String, Object> settings = new HashMap<>();
        settings.put("jakarta.persistence.database-product-name", switch (kind) {
            case MYSQL -> "MySQL";
            case MARIADB -> "MariaDB";
            case POSTGRESQL -> "PostgreSQL";
            case H2 -> "H2";
        });
        settings.put("jakarta.persistence.database-major-version", Map.of(CatalogKind.MYSQL, "8", CatalogKind.MARIADB, "11",
                CatalogKind.POSTGRESQL, "15", CatalogKind.H2, "2").get(kind));
        settings.put("jakarta.persistence.database-minor-version", "4");
        settings.put("hibernate.boot.allow_jdbc_metadata_access", "false");
        settings.put("hibernate.persistenceUnitName", name);
        settings.put("hibernate.implicit_naming_strategy", SnakeCaseTableNames.class.getName());
        StandardServiceRegistry registry = new StandardServiceRegistryBuilder(
                new BootstrapServiceRegistryBuilder().applyIntegrator(new PersistenceUnitMetadata()).build())
                .applySettings(settings).build();
        return new ModelOfUnit(
                new MetadataSources(registry).addAnnotatedClasses(entities).buildMetadata().buildSessionFactory());
    }

    @Override
    public void close() {
        factory.close();
    }
}
