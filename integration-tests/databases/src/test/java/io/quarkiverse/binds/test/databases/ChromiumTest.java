package io.quarkiverse.binds.test.databases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Look-up of the browser, with scripts in place of the programs. */
class ChromiumTest {

    @TempDir
    Path folder;
    private FakeEnvironment machine;

    @BeforeEach
    void emptyMachine() {
        machine = new FakeEnvironment(folder.resolve("cache"));
        machine.variables.put("PATH", folder.toString());
    }

    private Path program(String name, String script) throws IOException {
        Path file = Files.writeString(folder.resolve(name), "#!/bin/sh\n" + script + "\n");
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private String failure() {
        return assertThrows(UnavailableException.class, () -> Chromium.find(machine)).getMessage();
    }

    @Test
    void failureListsEveryWayAndItsRemedy() {
        String message = failure();
        assertTrue(message.startsWith("No Chromium: tests of pages in a browser are skipped."), message);
        for (String part : new String[] { "BINDS_TEST_CHROMIUM and BINDS_TEST_CHROMEDRIVER are not both set",
                "there is no chromium on the PATH", "there is no bash on the PATH",
                "install the packages chromium and chromium-driver" }) {
            assertTrue(message.contains(part), message);
        }
    }

    @Test
    void driverOfAnotherVersionIsRefused() throws IOException {
        Path browser = program("chromium", "echo Chromium 150.0.1.2");
        Path driver = program("chromedriver", "echo ChromeDriver 149.0.1.2");
        assertTrue(failure().contains(browser + " has version 150, but " + driver + " has 149"), failure());
    }

    @Test
    void browserThatDoesNotStartIsRefusedWithItsError() throws IOException {
        program("chromium", "[ \"$1\" = --version ] && echo Chromium 150.0.1.2 || { echo no libnss3 >&2; exit 127; }");
        program("chromedriver", "echo ChromeDriver 150.0.1.2");
        assertTrue(failure().contains("no libnss3"), failure());
    }

    @Test
    void namedBrowserWins() throws Exception {
        program("chromium", "exit 1");
        Path named = program("named", "echo Chromium 150.0.1.2");
        Path driver = program("driver", "echo ChromeDriver 150.0.1.2");
        machine.variables.put("BINDS_TEST_CHROMIUM", named.toString());
        machine.variables.put("BINDS_TEST_CHROMEDRIVER", driver.toString());
        assertEquals(named, Chromium.find(machine).browser());
    }
}
