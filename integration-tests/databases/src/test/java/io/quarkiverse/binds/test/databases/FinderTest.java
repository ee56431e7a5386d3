package io.quarkiverse.binds.test.databases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Order and messages of the look-up, on an empty machine, so that no server is started. */
class FinderTest {

    @TempDir
    Path folder;
    private FakeEnvironment machine;

    @BeforeEach
    void emptyMachine() {
        machine = new FakeEnvironment(folder.resolve("cache"));
    }

    private String failure() {
        return assertThrows(NoDatabaseServerException.class, () -> new Finder(Kind.MYSQL, machine).any()).getMessage();
    }

    @Test
    void failureListsEveryWayAndItsRemedy() {
        machine.dockerSockets = List.of(folder.resolve("no-docker.sock"));

        String message = failure();

        assertTrue(message.startsWith("No MySQL for the tests."), message);
        List<String> inOrder = List.of("a URL in the environment: neither BINDS_TEST_MYSQL_URL",
                "a container in Docker: no Docker engine",
                "no-docker.sock does not exist", "a server program of the machine: no mysqld on the PATH",
                "the package of Debian or Ubuntu, unpacked without root: not Debian or Ubuntu: there is no apt-get",
                "set BINDS_TEST_MYSQL_URL=mysql://user:password@host:port (or -Dbinds.test.mysql.url=...)", "start Docker",
                "mysqld is on the PATH", "apt-get reach its mirror");
        int at = 0;
        for (String part : inOrder) {
            at = message.indexOf(part, at);
            assertTrue(at >= 0, "\"" + part + "\" is not there in order: " + message);
        }
    }

    @Test
    void privateServerIgnoresTheUrl() {
        machine.variables.put("BINDS_TEST_MYSQL_URL", "mysql://root:secret@127.0.0.1:1");

        String message = assertThrows(NoDatabaseServerException.class, () -> new Finder(Kind.MYSQL, machine).own(List.of()))
                .getMessage();

        assertTrue(message.contains("needs a server of its own"), message);
        assertFalse(message.contains("secret"), message);
    }

    @Test
    void failingUrlIsAnError() {
        machine.properties.put("binds.test.mysql.url", "postgresql://root:secret@h/x");

        String message = assertThrows(IllegalArgumentException.class, () -> new Finder(Kind.MYSQL, machine).any()).getMessage();

        assertEquals("The system property binds.test.mysql.url is not of the form mysql://user:password@host:port", message);
    }

    @Test
    void unreachableServerIsNamedWithoutItsPassword() {
        machine.variables.put("BINDS_TEST_MYSQL_URL", "mysql://root:secret@127.0.0.1:1");

        IllegalStateException failure = assertThrows(IllegalStateException.class, () -> new Finder(Kind.MYSQL, machine).any());

        assertTrue(failure.getMessage().startsWith("MySQL at 127.0.0.1:1: "), failure.getMessage());
        assertFalse(failure.getMessage().contains("secret"), failure.getMessage());
    }

    @Test
    void mysqldOfMariaDbAndOldMySqlAreNotUsed() throws IOException {
        program("one", "mysqld  Ver 10.11.18-MariaDB for debian-linux-gnu on x86_64");
        program("two", "mysqld  Ver 5.7.44 for Linux on x86_64 (MySQL Community Server (GPL))");
        machine.variables.put("PATH", folder.resolve("one") + ":" + folder.resolve("two"));

        String message = failure();

        assertTrue(message.contains("one/mysqld: not MySQL: mysqld  Ver 10.11.18-MariaDB"), message);
        assertTrue(message.contains("two/mysqld: older than 8: mysqld  Ver 5.7.44"), message);
    }

    @Test
    void oldPostgreSqlAndOtherProgramOfItsNameAreNotUsed() throws IOException {
        program("one", "postgres", "postgres (PostgreSQL) 13.21");
        program("two", "postgres", "a mail server");
        machine.variables.put("PATH", folder.resolve("one") + ":" + folder.resolve("two"));

        String message = assertThrows(NoDatabaseServerException.class, () -> new Finder(Kind.POSTGRESQL, machine).any())
                .getMessage();

        assertTrue(message.contains("one/postgres: older than 14: postgres (PostgreSQL) 13.21"), message);
        assertTrue(message.contains("two/postgres: not PostgreSQL: a mail server"), message);
        assertTrue(message.contains("set BINDS_TEST_POSTGRESQL_URL=postgresql://user:password@host:port"), message);
    }

    private void program(String name, String version) throws IOException {
        program(name, "mysqld", version);
    }

    private void program(String name, String file, String version) throws IOException {
        Path program = Files.createDirectories(folder.resolve(name)).resolve(file);
        Files.writeString(program, "#!/bin/sh\necho '" + version + "'\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @Test
    void silentDockerEngineDoesNotBlock() throws IOException {
        Path socket = folder.resolve("docker.sock");
        machine.dockerSockets = List.of(socket);
        try (ServerSocketChannel silent = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            silent.bind(UnixDomainSocketAddress.of(socket));
            long start = System.nanoTime();

            String message = failure();

            long millis = (System.nanoTime() - start) / 1_000_000;
            assertTrue(message.contains("docker.sock: no answer within 2000 ms"), message);
            assertTrue(millis < 10_000, millis + " ms");
        }
    }

    @Test
    void dockerHostReplacesDefaultSockets() {
        machine.dockerSockets = List.of(folder.resolve("other.sock"));
        machine.variables.put("DOCKER_HOST", "tcp://127.0.0.1:1");

        String message = failure();

        assertTrue(message.contains("no Docker engine answers at DOCKER_HOST=tcp://127.0.0.1:1"), message);
        assertFalse(message.contains("other.sock"), message);
    }
}
