package io.quarkiverse.binds.test.databases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Uses a {@code mysqld} on the PATH that wraps the unpacked one, which must be available on this machine. */
class ProgramWayTest {

    @Test
    void programOnPathIsRun(@TempDir Path folder) throws Exception {
        FakeEnvironment machine = new FakeEnvironment(folder.resolve("cache"));
        machine.variables.put("PATH", program(folder) + ":" + System.getenv("PATH"));

        try (DatabaseServer server = DatabaseServer
                .of(new ProgramWay().open(Kind.MYSQL, List.of("--wait-timeout=99"), machine))) {
            String database = server.uniqueDatabase("program");
            server.executeIn(database, "CREATE TABLE t (n INT)", "INSERT INTO t VALUES (1)");
            server.killHard();
            server.startAgain();

            assertEquals("[{n=1, wait=99}]",
                    server.queryIn(database, "SELECT n, @@global.wait_timeout AS wait FROM t").toString());
            assertTrue(server.description().endsWith(", run from " + folder.resolve("bin/mysqld")), server.description());
        }
    }

    private static Path program(Path folder) throws IOException {
        Path unpacked = Environment.HERE.cache().resolve("mysql-server");
        try {
            new PackageWay().open(Kind.MYSQL, List.of(), Environment.HERE).close();
        } catch (UnavailableException e) {
            assumeTrue(false, "needs an unpacked server to make a program of: " + e.getMessage());
        }
        Path bin = Files.createDirectories(folder.resolve("bin"));
        Path script = bin.resolve("server.sh");
        Files.copy(Script.class.getResourceAsStream("server.sh"), script);
        Path program = bin.resolve("mysqld");
        // The options to put first must be present when the script adds the others.
        Files.writeString(program,
                "#!/bin/sh\n[ \"$1\" != --no-defaults ] || shift\nexec bash '" + script + "' exec mysql '" + unpacked
                        + "' \"$@\"\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
        return bin;
    }
}
