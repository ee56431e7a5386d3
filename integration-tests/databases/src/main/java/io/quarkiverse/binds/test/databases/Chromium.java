package io.quarkiverse.binds.test.databases;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jboss.logging.Logger;

/**
 * Chromium and its driver for tests of pages, where available, found like a database server: named by
 * {@code BINDS_TEST_CHROMIUM} and {@code BINDS_TEST_CHROMEDRIVER}, on the {@code PATH}, or unpacked from the packages of Debian
 * without root.
 *
 * @param browser program of the browser
 * @param driver program of the driver, of the same version
 * @param environment variables that both need
 */
public record Chromium(Path browser, Path driver, Map<String, String> environment) {

    private static final Logger LOG = Logger.getLogger(Chromium.class);
    private static final Pattern VERSION = Pattern.compile("(\\d+)\\.\\d+\\.\\d+");
    private static final Duration SHORT = Duration.ofSeconds(60);
    /** Bound for a download of some 150 MB over a slow line, during which another JVM may wait. */
    private static final Duration INSTALLATION = Duration.ofMinutes(10);

    private static Optional<Chromium> found;

    /**
     * Returns whether the browser is available, for {@code @EnabledIf} on optional tests; the log names the reason if there is
     * none.
     */
    public static synchronized boolean isThere() {
        if (found == null) {
            try {
                found = Optional.of(find(Environment.HERE));
                LOG.infof("Tests use %s", found.get().browser());
            } catch (UnavailableException e) {
                found = Optional.empty();
                LOG.warn(e.getMessage());
            }
        }
        return found.isPresent();
    }

    /**
     * Returns the browser that all tests of this JVM use.
     *
     * @throws IllegalStateException if none is available
     */
    public static synchronized Chromium shared() {
        if (!isThere()) {
            throw new IllegalStateException("There is no Chromium for the tests; the log says why");
        }
        return found.get();
    }

    /** @throws UnavailableException with each attempt and the solutions */
    static Chromium find(Environment environment) throws UnavailableException {
        StringBuilder tried = new StringBuilder();
        for (Source source : List.<Source> of(Chromium::named, Chromium::onPath, Chromium::unpacked)) {
            try {
                Chromium chromium = source.find(environment);
                chromium.check();
                return chromium;
            } catch (UnavailableException e) {
                tried.append("\n - ").append(e.getMessage().strip().replace("\n", "\n   "));
            }
        }
        throw new UnavailableException("No Chromium: tests of pages in a browser are skipped. Tried:" + tried
                + "\nDo one of these:"
                + "\n - install the packages chromium and chromium-driver, so that chromium and chromedriver are on the PATH"
                + "\n - set BINDS_TEST_CHROMIUM and BINDS_TEST_CHROMEDRIVER to the two programs, of one version");
    }

    /** Way to obtain the browser. */
    @FunctionalInterface
    private interface Source {

        Chromium find(Environment environment) throws UnavailableException;
    }

    private static Chromium named(Environment environment) throws UnavailableException {
        String browser = environment.variable("BINDS_TEST_CHROMIUM");
        String driver = environment.variable("BINDS_TEST_CHROMEDRIVER");
        if (browser == null || driver == null) {
            throw new UnavailableException("BINDS_TEST_CHROMIUM and BINDS_TEST_CHROMEDRIVER are not both set");
        }
        return new Chromium(Path.of(browser), Path.of(driver), Map.of());
    }

    private static Chromium onPath(Environment environment) throws UnavailableException {
        Path browser = Stream.of("chromium", "chromium-browser", "google-chrome")
                .flatMap(name -> environment.program(name).stream()).findFirst()
                .orElseThrow(() -> new UnavailableException("there is no chromium on the PATH"));
        Path driver = environment.program("chromedriver")
                .orElseThrow(() -> new UnavailableException("there is " + browser + ", but no chromedriver on the PATH"));
        return new Chromium(browser, driver, Map.of());
    }

    private static Chromium unpacked(Environment environment) throws UnavailableException {
        Path prefix = environment.cache().resolve("chromium");
        if (!Files.exists(prefix.resolve("installed"))) {
            LOG.infof("Unpacking Chromium into %s, once", prefix);
        }
        try {
            Path folder = Files.createTempDirectory("binds-install-");
            try {
                List<String> command = Script.command(folder, environment);
                command.addAll(List.of("install", "chromium", prefix.toString()));
                Script.run(command, INSTALLATION);
            } finally {
                Files.deleteIfExists(folder.resolve("server.sh"));
                Files.delete(folder);
            }
            Path root = prefix.resolve("root");
            return new Chromium(root.resolve("usr/lib/chromium/chromium"), root.resolve("usr/bin/chromedriver"),
                    Map.of("LD_LIBRARY_PATH", libraries(root), "FONTCONFIG_FILE", root.resolve("fonts.conf").toString()));
        } catch (IOException e) {
            throw new UnavailableException(e.getMessage(), e);
        }
    }

    private static String libraries(Path root) throws IOException {
        List<String> folders = new ArrayList<>();
        for (Path base : List.of(root.resolve("usr/lib"), root.resolve("lib"))) {
            if (Files.isDirectory(base)) {
                try (Stream<Path> files = Files.list(base)) {
                    files.map(Path::toString).filter(file -> file.contains("-linux-"))
                            // libpulse finds its other half by an absolute path
                            .forEach(file -> folders.addAll(List.of(file, file + "/pulseaudio")));
                }
            }
        }
        return String.join(":", folders);
    }

    /** Opens an empty page: a browser that is found can lack a library, or the right to its sandbox. */
    private void check() throws UnavailableException {
        String browserVersion = majorVersion(browser);
        String driverVersion = majorVersion(driver);
        if (!browserVersion.equals(driverVersion)) {
            throw new UnavailableException(
                    browser + " has version " + browserVersion + ", but " + driver + " has " + driverVersion);
        }
        List<String> command = new ArrayList<>(List.of(browser.toString()));
        command.addAll(options());
        command.addAll(List.of("--dump-dom", "about:blank"));
        run(command);
    }

    private String majorVersion(Path program) throws UnavailableException {
        String version = run(List.of(program.toString(), "--version"));
        Matcher matcher = VERSION.matcher(version);
        if (!matcher.find()) {
            throw new UnavailableException(program + " --version has an unknown answer: " + version);
        }
        return matcher.group(1);
    }

    private String run(List<String> command) throws UnavailableException {
        List<String> complete = new ArrayList<>(List.of("env"));
        environment.forEach((name, value) -> complete.add(name + "=" + value));
        complete.addAll(command);
        return Script.run(complete, SHORT);
    }

    /** Options of the browser: no window, nothing from a network, and no sandbox for root, to whom it refuses to start. */
    public List<String> options() {
        List<String> options = new ArrayList<>(List.of("--headless=new", "--disable-gpu", "--disable-dev-shm-usage",
                "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run",
                "--no-default-browser-check", "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1",
                "--no-proxy-server", "--lang=en-US"));
        if ("root".equals(System.getProperty("user.name"))) {
            options.add("--no-sandbox");
        }
        return options;
    }
}
