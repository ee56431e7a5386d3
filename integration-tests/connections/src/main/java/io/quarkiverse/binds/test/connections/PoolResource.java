package io.quarkiverse.binds.test.connections;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;

/** The pools of the binds, seen from within; these requests borrow no connection. */
@Path("pool/{bind}")
public class PoolResource {

    @Inject
    @Any
    Instance<AgroalDataSource> pools;

    public record Stats(int size, int maxOverflow, int active, int idle, int waiting, long created, long lost, long pings) {
    }

    private AgroalDataSource pool(String bind) {
        return (bind.equals("notes") ? pools.select(jakarta.enterprise.inject.Default.Literal.INSTANCE)
                : pools.select(new DataSource.DataSourceLiteral(bind))).get();
    }

    @GET
    public Stats stats(@PathParam("bind") String bind) {
        var metrics = pool(bind).getMetrics();
        var configuration = pool(bind).getConfiguration().connectionPoolConfiguration();
        return new Stats(configuration.minSize(), configuration.maxSize() - configuration.minSize(),
                (int) metrics.activeCount(),
                (int) metrics.availableCount(), (int) metrics.awaitingCount(), metrics.creationCount(), metrics.invalidCount(),
                0);
    }

    @POST
    @Path("dispose")
    public void dispose(@PathParam("bind") String bind) {
        pool(bind).flush(AgroalDataSource.FlushMode.ALL);
    }
}
