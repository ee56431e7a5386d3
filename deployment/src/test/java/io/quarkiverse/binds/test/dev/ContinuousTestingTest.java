package io.quarkiverse.binds.test.dev;

import static org.assertj.core.api.Assertions.assertThat;

import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.JavaArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkus.test.ContinuousTestingTestUtils;
import io.quarkus.test.ContinuousTestingTestUtils.TestStatus;
import io.quarkus.test.QuarkusDevModeTest;

/** L12: each run of continuous testing uses the persistence units of that run, and its transactions are rolled back. */
class ContinuousTestingTest {

    private static final int RUNS = 10;

    @RegisterExtension
    static final QuarkusDevModeTest test = new QuarkusDevModeTest()
            .setArchiveProducer(() -> ShrinkWrap.create(JavaArchive.class).addClasses(Twig.class, TwigStore.class)
                    .addAsResource(new StringAsset(ContinuousTestingTestUtils.appProperties(
                            "quarkus.http.port=18393",
                            "quarkus.http.test-port=0",
                            "quarkus.binds.url=h2:mem:continuous-testing;DB_CLOSE_DELAY=-1",
                            "quarkus.binds.schema=update")), "application.properties"))
            .setTestArchiveProducer(() -> ShrinkWrap.create(JavaArchive.class).addClass(TwigStoreET.class));

    @Test
    void testTransactionsWorkInEachOfTenRuns() {
        ContinuousTestingTestUtils runs = new ContinuousTestingTestUtils();
        assertPassed(runs.waitForNextCompletion());
        for (int i = 1; i <= RUNS; i++) {
            String round = "round" + i;
            test.modifySourceFile(TwigStore.class,
                    text -> text.replaceFirst("ROUND = \".*\"", "ROUND = \"" + round + "\""));
            assertPassed(runs.waitForNextCompletion());
        }
    }

    private static void assertPassed(TestStatus run) {
        assertThat(run.getTestsFailed()).as(run.toString()).isZero();
        assertThat(run.getTestsPassed()).as(run.toString()).isEqualTo(1);
    }
}
