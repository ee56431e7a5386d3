package io.quarkiverse.binds.test.session;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class CommitByAnnotationTest extends CommitOnSuccess {

    CommitByAnnotationTest() {
        super("/on-success/", "/on-success/stage/", "/on-success/uni/");
    }
}
