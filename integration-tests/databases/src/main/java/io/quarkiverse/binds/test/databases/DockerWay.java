package io.quarkiverse.binds.test.databases;

import java.util.List;

/** Container, as Quarkus Dev Services would start it; those exist only within a Quarkus test, which cannot stop them. */
final class DockerWay implements Way {

    @Override
    public String name() {
        return "a container in Docker";
    }

    @Override
    public Backend open(Kind kind, List<String> options, Environment environment) throws UnavailableException {
        DockerEngine.check(environment);
        // Only from here on are classes of Testcontainers loaded.
        return ContainerBackend.start(kind, options);
    }
}
