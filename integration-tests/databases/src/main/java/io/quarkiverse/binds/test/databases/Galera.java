package io.quarkiverse.binds.test.databases;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.jboss.logging.Logger;

/**
 * Nodes of Galera, run by MariaDB with the provider library of the machine, or else with that of Debian's package, unpacked
 * without root. They are processes of this machine.
 */
public final class Galera {

    private static final Logger LOG = Logger.getLogger(Galera.class);
    private static final Duration INSTALLATION = Duration.ofMinutes(10);
    private static final String LIBRARY = "usr/lib/galera/libgalera_smm.so";
    private static final List<Path> OF_THE_MACHINE = List.of(Path.of("/").resolve(LIBRARY),
            Path.of("/usr/lib/libgalera_smm.so"), Path.of("/usr/lib64/galera-4/libgalera_smm.so"));

    private Galera() {
    }

    /** Returns whether the provider library is available, for optional tests; the log names the reason if it is not. */
    public static boolean isThere() {
        try {
            provider();
            return true;
        } catch (NoDatabaseServerException e) {
            LOG.infof("Galera: %s", e.getMessage());
            return false;
        }
    }

    /**
     * Starts a node, and returns when it has joined the group. The first node founds the group; each joins it when it starts
     * again.
     *
     * @param port of the group at the first node; each node takes it and the next port for each number before its own
     * @param number of the node, from 1
     * @param size number of nodes
     * @param providerOptions more options of the provider, such as {@code evs.suspect_timeout=PT2S}
     * @throws NoDatabaseServerException if there is no MariaDB or no provider
     */
    public static DatabaseServer start(int port, int number, int size, String... providerOptions) {
        List<String> options = new ArrayList<>(
                List.of("--server-id=" + number, "--wsrep-on=ON", "--wsrep-provider=" + provider(),
                        "--binlog-format=ROW", "--innodb-autoinc-lock-mode=2", "--wsrep-cluster-name=binds",
                        "--wsrep-cluster-address=gcomm://" + String.join(",", groupAddresses(port, size)),
                        "--wsrep-node-name=node" + number, "--wsrep-node-address=" + groupAddress(port, number),
                        "--wsrep-provider-options=" + String.join(";", providerOptions(port, number, providerOptions))));
        if (number == 1) {
            options.add("--wsrep-new-cluster");
        }
        return new Finder(Kind.MARIADB, Environment.HERE).process(options);
    }

    private static List<String> providerOptions(int port, int number, String... more) {
        List<String> options = new ArrayList<>(List.of("gmcast.listen_addr=tcp://" + groupAddress(port, number),
                "ist.recv_addr=127.0.0.1:" + (port + 2 * number - 1), "gcache.size=64M",
                // a node that starts again would wait until the others have given up the one that was killed
                "pc.recovery=no"));
        options.addAll(List.of(more));
        return options;
    }

    private static List<String> groupAddresses(int port, int size) {
        return Stream.iterate(1, number -> number + 1).limit(size).map(number -> groupAddress(port, number)).toList();
    }

    private static String groupAddress(int port, int number) {
        return "127.0.0.1:" + (port + 2 * (number - 1));
    }

    private static Path provider() {
        return OF_THE_MACHINE.stream().filter(Files::isReadable).findFirst().orElseGet(Galera::unpacked);
    }

    private static Path unpacked() {
        Path prefix = Environment.HERE.cache().resolve("galera-provider");
        if (!Files.exists(prefix.resolve("installed"))) {
            LOG.infof("Unpacking the provider of Galera into %s, once", prefix);
        }
        try {
            Path folder = Files.createTempDirectory("binds-install-");
            try {
                List<String> command = Script.command(folder, Environment.HERE);
                command.addAll(List.of("install", "galera", prefix.toString()));
                Script.run(command, INSTALLATION);
            } finally {
                Files.deleteIfExists(folder.resolve("server.sh"));
                Files.delete(folder);
            }
            return prefix.resolve("root").resolve(LIBRARY);
        } catch (IOException | UnavailableException e) {
            throw new NoDatabaseServerException(
                    "There is no " + OF_THE_MACHINE + ", and the package galera-4 cannot be unpacked: "
                            + e.getMessage());
        }
    }
}
