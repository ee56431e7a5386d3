package io.quarkiverse.binds.test.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkus.builder.Version;
import io.quarkus.maven.dependency.Dependency;
import io.quarkus.test.QuarkusProdModeTest;

/**
 * B7: packaged application: a bind without a URL, a bind whose URL is set at the start, and a build-time key set at the
 * start.
 */
class WithoutUrlProdTest {

    @RegisterExtension
    static final QuarkusProdModeTest test = new QuarkusProdModeTest()
            .withApplicationRoot(jar -> jar
                    .addClasses(UsesBothBinds.class, UsesBothBinds.Post.class, UsesBothBinds.Member.class)
                    .addAsResource(new StringAsset("""
                            quarkus.binds.db-kind=h2
                            quarkus.binds.users.db-kind=h2
                            quarkus.binds."*".schema=drop-and-create
                            """), "application.properties"))
            .setApplicationName("without-url")
            // dependencies of test scope are not packaged
            .setForcedDependencies(List.of(Dependency.of("io.quarkus", "quarkus-jdbc-h2", Version.getVersion()),
                    Dependency.of("io.quarkus", "quarkus-rest", Version.getVersion())))
            .setRuntimeProperties(Map.of(
                    "quarkus.binds.url", "h2:mem:at-start",
                    "quarkus.binds.table-names", "jpa",
                    "quarkus.http.port", "0"))
            .setExpectExit(true)
            .setRun(true);

    @Test
    void startWarnsAndFirstUseFailsNamingTheKey() {
        assertThat(test.getExitCode()).isZero();
        assertThat(test.getStartupConsoleOutput())
                .contains("POSTS 0")
                .contains("Bind 'users' has no URL: using it fails until quarkus.binds.users.url is set")
                .contains("USERS Bind 'users' has no URL: set quarkus.binds.users.url, for example ")
                .containsPattern(
                        "WARN .*Build time property cannot be changed at runtime:\\s+- quarkus.binds.table-names is set to 'jpa'");
    }
}
