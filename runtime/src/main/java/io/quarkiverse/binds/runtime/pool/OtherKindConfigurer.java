package io.quarkiverse.binds.runtime.pool;

import io.quarkus.agroal.runtime.JdbcDriver;
import io.quarkus.agroal.runtime.UnknownDbAgroalConnectionConfigurer;

/**
 * Configurer of pools of {@code db-kind=other}. Quarkus has a bean for each kind that it knows, and an object for all others:
 * only a bean is decorated by {@link BindConnectionConfigurer}.
 */
@JdbcDriver(OtherKindConfigurer.KIND)
public class OtherKindConfigurer extends UnknownDbAgroalConnectionConfigurer {

    /** The kind of Quarkus for databases and drivers that it has no extension for. */
    public static final String KIND = "other";
}
