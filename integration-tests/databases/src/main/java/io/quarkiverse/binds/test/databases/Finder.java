package io.quarkiverse.binds.test.databases;

import java.util.ArrayList;
import java.util.List;

import org.jboss.logging.Logger;

/** Tries the ways to a server in their order. */
final class Finder {

    private static final Logger LOG = Logger.getLogger("io.quarkiverse.binds.test.databases");
    private static final List<Way> STARTING = List.of(new DockerWay(), new ProgramWay(), new PackageWay());

    private final Kind kind;
    private final Environment environment;

    Finder(Kind kind, Environment environment) {
        this.kind = kind;
        this.environment = environment;
    }

    /** Returns a server that tests share: the user's, or one started here. */
    DatabaseServer any() {
        List<Way> ways = new ArrayList<>(STARTING);
        ways.add(0, new UrlWay());
        return open(ways, List.of());
    }

    /** Starts a private server. */
    DatabaseServer own(List<String> options) {
        return open(STARTING, options);
    }

    /** Starts a private server as a process of this machine. */
    DatabaseServer process(List<String> options) {
        return open(List.of(new ProgramWay(), new PackageWay()), options);
    }

    private DatabaseServer open(List<Way> ways, List<String> options) {
        StringBuilder tried = new StringBuilder();
        for (Way way : ways) {
            try {
                long start = System.nanoTime();
                Backend backend = way.open(kind, options, environment);
                DatabaseServer server = DatabaseServer.of(backend);
                LOG.infof("Tests use %s (%d ms)", server.description(), (System.nanoTime() - start) / 1_000_000);
                return server;
            } catch (UnavailableException e) {
                tried.append("\n - ").append(way.name()).append(": ").append(indented(e.getMessage()));
            }
        }
        throw new NoDatabaseServerException("No " + kind.label + " for the tests. Tried:" + tried + "\nDo one of these:"
                + "\n - set " + kind.environmentVariable() + "=" + kind.id() + "://user:password@host:port (or -D"
                + kind.systemProperty() + "=...) to a server where that user may create databases"
                + "\n - start Docker"
                + "\n - install " + kind.label + "'s server program, so that " + kind.programs.get(0) + " is on the PATH"
                + "\n - on Debian or Ubuntu: let apt-get reach its mirror (see above why it was not possible)"
                + (ways.size() == STARTING.size() ? "\nThis test needs a server of its own: a URL alone does not do." : ""));
    }

    private static String indented(String text) {
        return String.valueOf(text).strip().replace("\n", "\n     ");
    }
}
