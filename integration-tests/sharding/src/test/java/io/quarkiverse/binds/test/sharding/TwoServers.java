package io.quarkiverse.binds.test.sharding;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.quarkiverse.binds.test.databases.DatabaseServer;
import io.quarkiverse.binds.test.databases.MySql;

/** Two MySQL servers that do not know each other, each with a database of the same name. */
final class TwoServers implements AutoCloseable {

    static final String DATABASE = "shop";

    private final List<DatabaseServer> servers;

    private TwoServers(List<DatabaseServer> servers) {
        this.servers = servers;
    }

    static TwoServers start() {
        List<DatabaseServer> servers = IntStream.range(0, 2).mapToObj(i -> MySql.start()).toList();
        servers.forEach(server -> server.createDatabase(DATABASE));
        return new TwoServers(servers);
    }

    /** As {@code sharding.yaml} names them. */
    void setProperties() {
        for (int i = 0; i < servers.size(); i++) {
            System.setProperty("shop.server" + i,
                    servers.get(i).jdbcUrl(DATABASE) + "?connectTimeout=1000&socketTimeout=6000&sslMode=REQUIRED");
        }
        System.setProperty("shop.user", servers.get(0).user());
        System.setProperty("shop.password", servers.get(0).password());
    }

    DatabaseServer server(int number) {
        return servers.get(number);
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
        servers.forEach(DatabaseServer::close);
    }
}
