package io.quarkiverse.binds.test.session;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** C3: a request that succeeds is committed before its response is written; a commit that fails is a 500. */
abstract class CommitOnSuccess extends OnMySql {

    private final String[] paths;

    CommitOnSuccess(String... paths) {
        this.paths = paths;
    }

    @ParameterizedTest
    @CsvSource({
            "200,             200, 2",
            "302,             302, 2",
            "400,             400, 0",
            "409,             409, 0",
            "503,             503, 0",
            "exception,       500, 0",
            "checked,         500, 0",
            "mapped,          409, 0",
            "fails-at-commit, 500, 0" })
    void requestIsCommittedOnSuccessOnly(String end, int status, int rows) {
        for (String path : paths) {
            String name = path.replace('/', '-') + end;
            int answered = given().redirects().follow(false).post(path + end + "/" + name).statusCode();
            assertThat(answered).as(path).isEqualTo(status);
            assertThat(rows(name)).as(path).isEqualTo(rows);
        }
    }
}
