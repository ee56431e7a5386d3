package io.quarkiverse.binds.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The same application with plain Quarkus and with binds, both with an entity, a database and an endpoint for each number from
 * 1 on. The databases are embedded, so the start needs no server.
 */
final class GeneratedPair {

    private static final String MAIN = "src/main/java/org/acme/start/";

    private final int databases;
    private final Path directory;

    /** @param directory parent of the projects of all pairs */
    GeneratedPair(int databases, Path directory) {
        this.databases = databases;
        this.directory = directory;
    }

    /** Directory of the generated projects, below that of the module. */
    static Path directory() {
        return Application.modules().resolve("runner/target/start");
    }

    /** Name of a project, which is also its directory below that of all. */
    String project(Application application) {
        return application.id() + "-" + databases;
    }

    /** The packaged application. */
    Path jar(Application application) {
        Path jar = directory.resolve(project(application)).resolve("target/quarkus-app/quarkus-run.jar");
        if (!Files.exists(jar)) {
            throw new IllegalStateException(jar + " is not there: run " + GeneratePairs.class.getName() + " first");
        }
        return jar;
    }

    /** Writes the sources of both projects. */
    void write(Versions versions) throws IOException {
        for (Application application : Application.values()) {
            Path project = directory.resolve(project(application));
            write(project.resolve("pom.xml"), ProjectFiles.pom(project(application), application, versions));
            write(project.resolve("src/main/resources/application.properties"), properties(application));
            write(project.resolve(MAIN + "ThreadsResource.java"), ProjectFiles.THREADS);
            for (int number = 1; number <= databases; number++) {
                String directory = MAIN + "shop" + number + "/";
                write(project.resolve(directory + "Item" + number + ".java"), ProjectFiles.entity(number, application));
                write(project.resolve(directory + "Item" + number + "Resource.java"),
                        ProjectFiles.resource(number, application));
            }
        }
    }

    private String properties(Application application) {
        List<String> lines = new ArrayList<>(List.of("quarkus.banner.enabled=false"));
        if (application == Application.BINDS) {
            lines.add("quarkus.binds.\"*\".schema=drop-and-create");
        }
        IntStream.rangeClosed(1, databases).mapToObj(number -> ProjectFiles.properties(number, application))
                .forEach(lines::add);
        return String.join("\n", lines);
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
