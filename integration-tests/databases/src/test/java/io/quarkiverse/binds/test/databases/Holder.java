package io.quarkiverse.binds.test.databases;

/** The main class of a JVM that starts a server, says where it is, and stays until it is killed. */
final class Holder {

    private Holder() {
    }

    public static void main(String[] arguments) throws InterruptedException {
        DatabaseServer server = MySql.start();
        System.out.println("server " + server.port() + " " + server.query("SELECT @@datadir AS data").get(0).get("data"));
        Thread.currentThread().join();
    }
}
