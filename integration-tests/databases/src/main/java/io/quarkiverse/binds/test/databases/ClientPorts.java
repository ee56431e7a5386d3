package io.quarkiverse.binds.test.databases;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/**
 * The client ends of the connections to a server, as the kernel of this machine has them. A server lists a connection until it
 * has ended it itself, a little after its client has closed it: the client's end tells which of those that are listed are open.
 */
public final class ClientPorts {

    private static final String ESTABLISHED = "01";

    private ClientPorts() {
    }

    /**
     * The ports of this machine from which there is a connection to that port, open at this end; empty if they cannot be seen.
     */
    public static Set<Integer> connectedTo(int serverPort) {
        Set<Integer> ports = new HashSet<>();
        String server = String.format(":%04X", serverPort);
        try {
            for (String file : new String[] { "/proc/net/tcp", "/proc/net/tcp6" }) {
                if (Files.isReadable(Path.of(file))) {
                    for (String line : Files.readAllLines(Path.of(file))) {
                        String[] columns = line.strip().split("\\s+");
                        if (columns[2].endsWith(server) && columns[3].equals(ESTABLISHED)) {
                            ports.add(Integer.parseInt(columns[1].substring(columns[1].indexOf(':') + 1), 16));
                        }
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return ports;
    }
}
