package io.quarkiverse.binds.test.twophase;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import io.quarkiverse.binds.test.databases.DatabaseServer;

/**
 * Databases of one application, seen from outside.
 *
 * @param node node name of the application, which its transaction ids contain and those of others do not
 */
record Databases(DatabaseServer server, String payments, String ledger, String plain, String node) {

    static Databases create(DatabaseServer server, String node) {
        return new Databases(server, server.uniqueDatabase("payments"), server.uniqueDatabase("ledger"),
                server.uniqueDatabase("plain"), node);
    }

    void drop() {
        for (String database : List.of(payments, ledger, plain)) {
            server.dropDatabase(database);
        }
    }

    /** Counts the committed payments, bookings and receipts of a name, as in {@code 1,1,0}. */
    String rows(String name) {
        return count(payments, "Payment", name) + "," + count(ledger, "Booking", name) + "," + count(plain, "Receipt", name);
    }

    private Object count(String database, String entity, String name) {
        return server.queryIn(database, "select count(*) as n from " + entity.toLowerCase() + " where name = ?", name).get(0)
                .get("n");
    }

    /** Branches of the application's transactions that are prepared and not yet ended. */
    List<String> prepared() {
        return server.query("XA RECOVER").stream().map(Databases::id).filter(id -> id.contains(node)).toList();
    }

    private static String id(Map<String, Object> row) {
        Object data = row.get("data");
        return data instanceof byte[] bytes ? new String(bytes, StandardCharsets.ISO_8859_1) : String.valueOf(data);
    }

    /** Rolls back prepared branches of a failed test, which would lock its tables. */
    void rollBackPrepared() {
        for (Map<String, Object> row : server.query("XA RECOVER CONVERT XID")) {
            String hex = String.valueOf(row.get("data")).substring(2);
            if (!hex.contains(hex(node))) {
                continue;
            }
            int gtrid = 2 * ((Number) row.get("gtrid_length")).intValue();
            server.execute("XA ROLLBACK x'" + hex.substring(0, gtrid) + "',x'" + hex.substring(gtrid) + "',"
                    + row.get("formatID"));
        }
    }

    private static String hex(String text) {
        StringBuilder hex = new StringBuilder();
        for (byte b : text.getBytes(StandardCharsets.US_ASCII)) {
            hex.append(String.format("%02X", b));
        }
        return hex.toString();
    }
}
