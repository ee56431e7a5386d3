package io.quarkiverse.binds.test.twophase;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/**
 * Transaction log and node name of one build: concurrent builds at one server would otherwise roll back each other's
 * branches.
 */
public final class TransactionLogResource implements QuarkusTestResourceLifecycleManager {

    private static final String NODE = TransactionLogResource.class.getName() + ".node";

    /** Returns eight random letters: a node name has at most 28 bytes. */
    static String newNode() {
        return "xa-" + UUID.randomUUID().toString().substring(0, 8);
    }

    /** Node name of the running application, not a field, since resource and test may have different class loaders. */
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
