package io.quarkiverse.binds.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests that the table of requirements may not name as a proof. */
class TestSourcesTest {

    private static final String PLAIN = """
            package org.acme;
            import org.junit.jupiter.api.Test;
            /** About @Disabled tests. */
            class ATest {
                static final String TEXT = "@Disabled {";
                // @Disabled
                @Test
                void runs() throws Exception { call(); }
                %s
                void second() { }
            }
            """;

    private static TestSources one(String second) {
        return new TestSources(Map.of("ATest", List.of(PLAIN.formatted(second))));
    }

    @ParameterizedTest
    @ValueSource(strings = { "@Disabled(\"flaky (\") @Test", "@Test @DisabledIf(\"some#condition\")",
            "@ParameterizedTest @CsvSource({ \"a; b\", \"}\" }) @DisabledOnOs(OS.WINDOWS)",
            "@Test @DisabledOnJre(JRE.JAVA_17)",
            "@org.junit.jupiter.api.Test @org.junit.jupiter.api.Disabled" })
    void disabledTestIsAProblem(String annotations) {
        assertThat(one(annotations).problem("ATest#second")).get().asString()
                .startsWith("ATest#second is disabled by @Disabled");
        assertThat(one(annotations).problem("ATest#runs")).isEmpty();
    }

    @Test
    void testOfADisabledClassIsAProblem() {
        TestSources sources = new TestSources(
                Map.of("ATest", List.of(PLAIN.formatted("@Test").replace("class ATest", "@DisabledIf(\"x\")\nclass ATest"))));
        assertThat(sources.problem("ATest#runs")).contains("ATest#runs is disabled by @DisabledIf");
    }

    @Test
    void testOfTwoClassesIsAmbiguous() {
        TestSources sources = new TestSources(
                Map.of("ATest",
                        List.of(PLAIN.formatted("@Test"), PLAIN.replace("void runs", "void others").formatted("@Test"))));
        assertThat(sources.problem("ATest#second")).contains("ATest#second is ambiguous: 2 classes called ATest have it");
        assertThat(sources.problem("ATest#runs")).as("in one of them only").isEmpty();
    }

    @Test
    void missingMethodAndPlainMethodAreProblems() {
        assertThat(one("@Test").problem("ATest#gone")).contains("there is no test ATest#gone");
        assertThat(one("@Test").problem("BTest#runs")).contains("there is no test BTest#runs");
        assertThat(one("@BeforeEach").problem("ATest#second")).get().asString().contains("has no @Test");
        assertThat(one("@Test").problem("ATest")).get().asString().contains("is not Class#method");
    }
}
