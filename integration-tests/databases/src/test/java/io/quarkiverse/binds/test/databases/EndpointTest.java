package io.quarkiverse.binds.test.databases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EndpointTest {

    @ParameterizedTest
    @ValueSource(strings = {
            "mysql://ro%40ot:p%3Aw+@db.example:3307",
            "mysql://ro%40ot:p%3Aw+@db.example:3307/ignored",
            "jdbc:mysql://db.example:3307/?user=ro%40ot&password=p%3Aw+",
            " jdbc:mysql://ro%40ot@db.example:3307/x?password=p%3Aw+\n" })
    void allSpellingsParseToOneServer(String url) {
        Endpoint.Given given = Endpoint.Given.parse(Kind.MYSQL, url);

        assertEquals(new Endpoint(Kind.MYSQL, "db.example", 3307, ""), given.endpoint());
        assertEquals(new Login("ro@ot", "p:w+"), given.login());
        assertEquals("mysql://ro%40ot:p%3Aw%2B@db.example:3307/blog", given.endpoint().url(given.login(), "blog"));
        assertEquals("jdbc:mysql://db.example:3307/blog", given.endpoint().jdbcUrl("blog"));
    }

    @Test
    void furtherParametersAreKept() {
        Endpoint.Given given = Endpoint.Given.parse(Kind.MARIADB, "mariadb://me@h/?sslMode=trust&user=root&a=b");

        assertEquals(new Login("root", ""), given.login());
        assertEquals("jdbc:mariadb://h:3306/x?sslMode=trust&a=b", given.endpoint().jdbcUrl("x"));
    }

    @Test
    void defaultPortAndAdministratorDependOnKind() {
        Endpoint.Given given = Endpoint.Given.parse(Kind.POSTGRESQL, "jdbc:postgresql://h/x?password=p");

        assertEquals(new Login("postgres", "p"), given.login());
        assertEquals("postgresql://postgres:p@h:5432/blog", given.endpoint().url(given.login(), "blog"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "postgresql://root:secret@h/x", "mysql:root:secret", "mysql://root:secret@h:{/", "secret" })
    void invalidUrlIsRefusedWithoutItsPassword(String url) {
        String message = assertThrows(IllegalArgumentException.class, () -> Endpoint.Given.parse(Kind.MYSQL, url)).getMessage();

        assertFalse(message.contains("secret"), message);
    }
}
