package io.quarkiverse.binds.test.dynamic;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import io.quarkiverse.binds.Databases;

/** What it costs to open databases. */
@Path("cost")
public class CostResource {

    @Inject
    Databases databases;

    public record Cost(List<Double> connectMillis, List<Double> openMillis) {
    }

    /**
     * Connects by the driver alone, and opens a database, in turn.
     *
     * @param urls the JDBC URL with its login, and the URLs of databases that were not opened before, one per line
     */
    @POST
    public Cost cost(String urls) throws SQLException {
        String[] lines = urls.split("\n");
        Cost cost = new Cost(new ArrayList<>(), new ArrayList<>());
        for (int i = 1; i < lines.length; i++) {
            long start = System.nanoTime();
            Connection connection = DriverManager.getConnection(lines[0]);
            cost.connectMillis().add((System.nanoTime() - start) / 1e6);
            connection.close();

            String key = "bare" + i;
            start = System.nanoTime();
            databases.of("archive").open(key, lines[i]);
            cost.openMillis().add((System.nanoTime() - start) / 1e6);
        }
        return cost;
    }
}
