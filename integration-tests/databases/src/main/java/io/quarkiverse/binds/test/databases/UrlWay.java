package io.quarkiverse.binds.test.databases;

import java.util.List;

/** Server that the user has started and names by a URL. */
final class UrlWay implements Way {

    @Override
    public String name() {
        return "a URL in the environment";
    }

    @Override
    public Backend open(Kind kind, List<String> options, Environment environment) throws UnavailableException {
        String source = "system property " + kind.systemProperty();
        String url = environment.property(kind.systemProperty());
        if (url == null || url.isBlank()) {
            source = "environment variable " + kind.environmentVariable();
            url = environment.variable(kind.environmentVariable());
        }
        if (url == null || url.isBlank()) {
            throw new UnavailableException(
                    "neither " + kind.environmentVariable() + " nor the system property " + kind.systemProperty() + " is set");
        }
        Endpoint.Given given;
        try {
            given = Endpoint.Given.parse(kind, url);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("The " + source + " is " + e.getMessage());
        }
        return new UrlBackend(new Admin(given.endpoint(), given.login()), source);
    }
}
