package io.quarkiverse.binds.test.twophase;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/** A transaction log and a node name of its own: two builds at once on one server would else roll back each other's. */
public final class TransactionLogResource implements QuarkusTestResourceLifecycleManager {

    private static final String NODE = TransactionLogResource.class.getName() + ".node";

    /** Eight letters of chance: a node name has at most 28 bytes. */
    static String newNode() {
        return "xa-" + UUID.randomUUID().toString().substring(0, 8);
    }

    /** Of the running application; not a field, since the resource and the test may be of different class loaders. */
    static String node() {
        return System.getProperty(NODE);
    }

    @Override
    public Map<String, String> start() {
        String node = newNode();
        System.setProperty(NODE, node);
        try {
            Path log = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "object-store");
            return Map.of("quarkus.transaction-manager.node-name", node,
                    "quarkus.transaction-manager.object-store.directory", log.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {
        System.clearProperty(NODE);
    }
}
