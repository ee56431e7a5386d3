package io.quarkiverse.binds.test.start;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.binds.test.App;
import io.quarkus.test.QuarkusUnitTest;

/** K13: a page without results is an error of the start, not of each request. */
class PageSizeTest {

    @RegisterExtension
    static final QuarkusUnitTest test = App.of("""
            quarkus.binds.url=h2:mem:page-size
            quarkus.binds.pagination.per-page=0
            """).assertException(App.says("quarkus.binds.pagination.per-page", "at least 1", "not 0"));

    @Test
    void pageOfNoResultsIsRefused() {
        // asserted above
    }
}
