package io.quarkiverse.binds.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Generates and builds the applications that {@link StartCost} compares, those with 2, 20 and 50 databases without an argument.
 * The extension has to be in the local repository of Maven, by {@code mvn install}.
 *
 * <pre>
 * java -cp integration-tests/benchmark/runner/target/classes io.quarkiverse.binds.benchmark.GeneratePairs \
 *     [databases=2,20,50] [maven=mvn]
 * </pre>
 *
 * The second argument is the command that runs Maven, with options, such as {@code "maven=mvn -o"}.
 */
public final class GeneratePairs {

    /** Numbers of databases. */
    static final List<Integer> DATABASES = List.of(2, 20, 50);

    private static final String PROJECTS = """
            <?xml version="1.0" encoding="UTF-8"?>
            <project xmlns="http://maven.apache.org/POM/4.0.0">
                <modelVersion>4.0.0</modelVersion>
                <groupId>org.acme</groupId>
                <artifactId>start</artifactId>
                <version>1</version>
                <packaging>pom</packaging>
                <modules>
            %s
                </modules>
            </project>
            """;

    private GeneratePairs() {
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        List<Integer> databases = DATABASES;
        String maven = "mvn";
        for (String argument : args) {
            String value = argument.substring(argument.indexOf('=') + 1);
            if (argument.startsWith("databases=")) {
                databases = Arrays.stream(value.split(",")).map(Integer::valueOf).toList();
            } else if (argument.startsWith("maven=")) {
                maven = value;
            } else {
                throw new IllegalArgumentException("'" + argument + "' is no argument: use databases=2,20,50, maven=mvn");
            }
        }
        Path directory = GeneratedPair.directory();
        List<String> projects = write(databases, directory);
        build(directory, projects, maven);
    }

    private static List<String> write(List<Integer> databases, Path directory) throws IOException {
        List<String> projects = new ArrayList<>();
        for (int number : databases) {
            GeneratedPair pair = new GeneratedPair(number, directory);
            pair.write(Versions.ofBuild());
            for (Application application : Application.values()) {
                projects.add(pair.project(application));
            }
        }
        return projects;
    }

    private static void build(Path directory, List<String> projects, String maven) throws IOException, InterruptedException {
        Files.writeString(directory.resolve("pom.xml"), PROJECTS.formatted(projects.stream()
                .map(project -> "        <module>" + project + "</module>").collect(Collectors.joining("\n"))));
        List<String> command = new ArrayList<>(Arrays.asList(maven.split(" +")));
        command.addAll(List.of("-q", "-T1", "-DskipTests", "-f", directory.resolve("pom.xml").toString(), "package"));
        int status = new ProcessBuilder(command).inheritIO().start().waitFor();
        if (status != 0) {
            throw new IllegalStateException("Maven has failed: " + String.join(" ", command));
        }
        System.out.println(directory + " has " + String.join(", ", projects));
    }
}
