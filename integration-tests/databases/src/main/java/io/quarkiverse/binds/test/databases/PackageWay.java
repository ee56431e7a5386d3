package io.quarkiverse.binds.test.databases;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import org.jboss.logging.Logger;

/** Package of the distribution, unpacked into the user's cache without root. */
final class PackageWay implements Way {

    private static final Logger LOG = Logger.getLogger(PackageWay.class);
    /** Bound for a download of some 70 MB over a slow line, during which another JVM may wait. */
    private static final Duration BOUND = Duration.ofMinutes(10);

    @Override
    public String name() {
        return "the package of Debian or Ubuntu, unpacked without root";
    }

    @Override
    public Backend open(Kind kind, List<String> options, Environment environment) throws UnavailableException {
        Path prefix = environment.cache().resolve(kind.id() + "-server");
        if (!Files.exists(prefix.resolve("installed"))) {
            for (String tool : List.of("apt-get", "dpkg-deb", "flock")) {
                environment.program(tool).orElseThrow(
                        () -> new UnavailableException("not Debian or Ubuntu: there is no " + tool + " on the PATH"));
            }
            LOG.infof("Unpacking a %s server into %s, once", kind.label, prefix);
        }
        Path folder = null;
        try {
            folder = Files.createTempDirectory("binds-install-");
            List<String> command = Script.command(folder, environment);
            command.addAll(List.of("install", kind.id(), prefix.toString()));
            String installed = Script.run(command, BOUND);
            return ProcessBackend.start(kind, prefix.toString(), "unpacked from " + installed + " into " + prefix, options,
                    environment);
        } catch (IOException e) {
            throw new UnavailableException(e.getMessage(), e);
        } finally {
            delete(folder);
        }
    }

    private static void delete(Path folder) {
        if (folder != null) {
            Path script = folder.resolve("server.sh");
            try {
                Files.deleteIfExists(script);
                Files.deleteIfExists(folder);
            } catch (IOException e) {
                LOG.debugf(e, "%s is left behind", folder);
            }
        }
    }
}
