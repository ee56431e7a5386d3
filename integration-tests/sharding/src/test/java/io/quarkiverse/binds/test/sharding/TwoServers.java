package io.quarkiverse.binds.test.sharding;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.quarkiverse.binds.test.databases.BlackHole;
import io.quarkiverse.binds.test.databases.DatabaseServer;
import io.quarkiverse.binds.test.databases.MySql;

/**
 * Two MySQL servers that do not know each other, each with a database of the same name. The application reaches them through
 * proxies that can be cut off.
 */
final class TwoServers implements AutoCloseable {

    static final String DATABASE = "shop";

    private final List<DatabaseServer> servers;
    private final List<BlackHole> networks = new ArrayList<>();

    private TwoServers(List<DatabaseServer> servers) throws IOException {
        this.servers = servers;
        for (DatabaseServer server : servers) {
            networks.add(new BlackHole(server.host(), server.port()));
        }
    }

    static TwoServers start() {
        List<DatabaseServer> servers = IntStream.range(0, 2).mapToObj(i -> MySql.start()).toList();
        servers.forEach(server -> server.createDatabase(DATABASE));
        try {
            return new TwoServers(servers);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As {@code sharding.yaml} names them. */
    void setProperties() {
        for (int i = 0; i < servers.size(); i++) {
            DatabaseServer server = servers.get(i);
            String url = server.jdbcUrl(DATABASE).replace(server.host() + ":" + server.port(),
                    "127.0.0.1:" + networks.get(i).port());
            System.setProperty("shop.server" + i, url + "?connectTimeout=1000&socketTimeout=6000&sslMode=REQUIRED");
        }
        System.setProperty("shop.user", servers.get(0).user());
        System.setProperty("shop.password", servers.get(0).password());
    }

    DatabaseServer server(int number) {
        return servers.get(number);
    }

    /** The way from the application to a server. */
    BlackHole network(int number) {
        return networks.get(number);
    }

    /** Number of the server that {@code sharding.yaml} gives a tenant. */
    static int numberOf(String tenant) {
        return Math.floorMod(tenant.hashCode(), 2);
    }

    /** The number of rows of a table on one server by tenant and name, as the server itself counts them. */
    Map<String, Long> rows(int number, String table) {
        return server(number)
                .queryIn(DATABASE, "select concat(tenant, '/', name) as sale, count(*) as number from " + table
                        + " group by 1")
                .stream().collect(Collectors.toMap(row -> (String) row.get("sale"), row -> (Long) row.get("number")));
    }

    @Override
    public void close() {
        try {
            for (BlackHole network : networks) {
                network.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            servers.forEach(DatabaseServer::close);
        }
    }
}
