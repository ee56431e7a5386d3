package io.quarkiverse.binds.runtime.pool;

import io.agroal.api.AgroalDataSource;

/** Names the bind in the spans of its statements. A bean of this type exists only where OpenTelemetry traces statements. */
public interface DataSourceTracing {

    /**
     * @param made the datasource that Quarkus has made
     * @return a {@link TracedDataSource} if Quarkus traces the statements of the bind, otherwise the datasource unchanged
     */
    AgroalDataSource ofBind(AgroalDataSource made, PoolName name);
}
