package io.quarkiverse.binds.test.dynamic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.binds.DatabaseUnavailableException;
import io.quarkiverse.binds.Databases;
import io.quarkiverse.binds.Db;
import io.quarkiverse.binds.UnitOfWorkOptions;
import io.quarkiverse.binds.UnknownDatabaseException;
import io.quarkiverse.binds.test.App;
import io.quarkus.arc.Arc;
import io.quarkus.arc.ManagedContext;
import io.quarkus.test.QuarkusUnitTest;

/** Databases of a source, prepared by an initializer; several dynamic binds in one application. */
class SourcesTest {

    @RegisterExtension
    static final QuarkusUnitTest test = App.of("""
            quarkus.binds."*".db-kind=h2
            quarkus.binds.tenants.dynamic=true
            quarkus.binds.tenants.schema=create
            quarkus.binds.tenants.username=sa
            quarkus.binds.tenants.pool.size=1
            quarkus.binds.tenants.pool.max-overflow=0
            quarkus.binds.archive.dynamic=true
            quarkus.binds.archive.url=h2:mem:archive_{key};DB_CLOSE_DELAY=-1
            quarkus.binds.unused.dynamic=true
            quarkus.binds.unused.url=h2:mem:unused_{key}
            """, Remark.class, FixedSource.class, CountingInitializer.class, RequestSelector.class);

    @Inject
    Db db;

    @Inject
    Databases databases;

    @Inject
    RequestSelector request;

    private Databases tenants;

    @BeforeEach
    void start() {
        tenants = databases.of("tenants");
        tenants.keys().forEach(tenants::close);
        CountingInitializer.TIMES.clear();
        CountingInitializer.fails = false;
    }

    private List<String> texts(String key) {
        return tenants.call(key, () -> db.query(Remark.class, "order by text").getResultList().stream().map(r -> r.text)
                .toList());
    }

    @Test
    void bindWithoutOpenDatabaseHasEmptyPool() {
        assertThat(db.bind("unused").pool().created()).isZero();
        db.bind("unused").dispose();
    }

    @Test
    void sourceIsAskedOncePerOpening() {
        FixedSource.ASKED.set(0);
        tenants.get("one");
        assertThat(texts("one")).contains("prepared one");
        texts("one");
        assertThat(FixedSource.ASKED).hasValue(1);
        assertThat(tenants.get("two").pool().size()).isEqualTo(3);
        assertThat(tenants.get("two").pool().maxOverflow()).isEqualTo(1);
        assertThat(tenants.get("one").pool().size()).isEqualTo(1);
    }

    /** G7. */
    @Test
    void initializerRunsOnceForConcurrentOpenings() throws Exception {
        CyclicBarrier start = new CyclicBarrier(20);
        var threads = Executors.newFixedThreadPool(20);
        try {
            List<Future<?>> all = IntStream.range(0, 20).<Future<?>> mapToObj(i -> threads.submit(() -> {
                start.await();
                return texts("one");
            })).toList();
            for (Future<?> one : all) {
                one.get();
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(CountingInitializer.TIMES).containsEntry("one", 1);
        assertThat(tenants.keys()).containsExactly("one");
    }

    @Test
    void initializerWritesThoughTheUnitOfWorkThatOpensTheDatabaseIsReadOnly() {
        List<String> texts = tenants.call("one", UnitOfWorkOptions.defaults().asReadOnly(),
                () -> db.query(Remark.class, "").getResultList().stream().map(r -> r.text).toList());
        assertThat(texts).contains("prepared one");
        assertThat(CountingInitializer.TIMES).containsEntry("one", 1);
    }

    @Test
    void failedInitializerLeavesNothingOpenAndIsRetried() {
        CountingInitializer.fails = true;
        assertThatThrownBy(() -> tenants.get("two")).isInstanceOf(DatabaseUnavailableException.class)
                .hasMessageContaining("'two'").hasMessageContaining("not today");
        assertThat(tenants.keys()).isEmpty();
        assertThat(tenants.stats().connections()).isZero();
        CountingInitializer.fails = false;
        tenants.close("two"); // resets the delay after a failure
        tenants.get("two");
        assertThat(CountingInitializer.TIMES).containsEntry("two", 2);
    }

    @Test
    void credentialsProviderGivesTheUser() {
        tenants.get("vault");
        assertThat(tenants.<String, RuntimeException> call("vault",
                () -> db.bind("tenants").sql("select current_user").one(String.class))).isEqualToIgnoringCase("vaults-own");
    }

    @Test
    void urlOfSourceIsCheckedAsUntrusted() {
        assertThatThrownBy(() -> tenants.get("evil")).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'evil'").hasMessageContaining("INIT").hasMessageNotContaining("pwned");
        assertThatThrownBy(() -> tenants.get("elsewhere")).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("mysql").hasMessageContaining("h2");
        assertThatThrownBy(() -> tenants.get("nobody")).isInstanceOf(UnknownDatabaseException.class)
                .hasMessageContaining("'nobody'").hasMessageContaining("DatabaseSource")
                .hasMessageContaining("quarkus.binds.tenants.url");
        assertThat(tenants.stats().failed()).isGreaterThanOrEqualTo(3);
    }

    @Test
    void bindsHaveSeparateDatabases() {
        assertThatThrownBy(() -> databases.keys()).isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("archive, tenants, unused");
        databases.of("archive").run("one", () -> db.bind("archive").sql("create table papers (x int)").update());
        tenants.get("one");
        assertThat(databases.of("archive").keys()).containsExactly("one");
        assertThatThrownBy(() -> tenants.run("one", () -> db.bind("tenants").sql("select * from papers").maps()))
                .hasMessageContaining("PAPERS");
    }

    @Test
    void requestScopedSelectorIsSkippedOutsideOfRequests() {
        Runnable query = () -> db.run(() -> db.query(Remark.class, "").getResultList());
        assertThatThrownBy(query::run).isInstanceOf(UnknownDatabaseException.class).hasMessageContaining("databases.run");
        ManagedContext requests = Arc.container().requestContext();
        requests.activate();
        try {
            request.choose("one");
            query.run();
        } finally {
            requests.terminate();
        }
        assertThat(tenants.keys()).containsExactly("one");
    }
}
