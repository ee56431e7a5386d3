package io.quarkiverse.binds.runtime.pool;

import io.agroal.api.configuration.AgroalConnectionPoolConfiguration;
import io.agroal.api.configuration.AgroalDataSourceConfiguration;
import io.agroal.api.configuration.supplier.AgroalConnectionPoolConfigurationSupplier;

/** The configuration of a datasource with the size limit that the user has set; Agroal's own configuration has no limit. */
record BindDataSourceConfiguration(AgroalDataSourceConfiguration agroals,
        AgroalConnectionPoolConfiguration connectionPoolConfiguration) implements AgroalDataSourceConfiguration {

    static BindDataSourceConfiguration of(AgroalDataSourceConfiguration agroals, int max) {
        return new BindDataSourceConfiguration(agroals,
                new AgroalConnectionPoolConfigurationSupplier(agroals.connectionPoolConfiguration()).maxSize(max).get());
    }

    @Override
    public DataSourceImplementation dataSourceImplementation() {
        return agroals.dataSourceImplementation();
    }

    @Override
    public boolean metricsEnabled() {
        return agroals.metricsEnabled();
    }

    @Override
    public void setMetricsEnabled(boolean metricsEnabled) {
        agroals.setMetricsEnabled(metricsEnabled);
    }

    @Override
    public void registerMetricsEnabledListener(MetricsEnabledListener listener) {
        agroals.registerMetricsEnabledListener(listener);
    }
}
