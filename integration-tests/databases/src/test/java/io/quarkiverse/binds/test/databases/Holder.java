package io.quarkiverse.binds.test.databases;

/** Main class of a JVM that starts a server, prints its address, and waits until it is killed. */
final class Holder {

    private Holder() {
    }

    public static void main(String[] arguments) throws InterruptedException {
        DatabaseServer server = MySql.start();
        System.out.println("server " + server.port() + " " + server.query("SELECT @@datadir AS data").get(0).get("data"));
        Thread.currentThread().join();
    }
}
