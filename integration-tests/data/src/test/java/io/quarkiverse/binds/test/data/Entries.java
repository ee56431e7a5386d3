package io.quarkiverse.binds.test.data;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.post;
import static io.restassured.RestAssured.put;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.restassured.response.Response;

/** Requests of a client of the entries of one kind of database. */
record Entries(Kind kind) {

    private String path(String path) {
        return "/" + kind.bind() + "/entries" + path;
    }

    Entries reset(int count) {
        put(path("/" + count)).then().statusCode(204);
        return this;
    }

    void add(int count) {
        post(path("/more/" + count)).then().statusCode(204);
    }

    List<Long> ids(Integer... numbers) {
        return List.of(given().queryParam("number", (Object[]) numbers).get(path("/ids")).then().statusCode(200).extract()
                .as(Long[].class));
    }

    EntryResource.Selected select(EntryQueries query) {
        return get(path("/selection/" + query)).then().statusCode(200).extract().as(EntryResource.Selected.class);
    }

    String token(EntryQueries query) {
        return select(query).token();
    }

    /** @param fields names and values of the order */
    Response send(String action, String token, Object... fields) {
        Map<String, Object> order = new HashMap<>();
        order.put("token", token);
        for (int i = 0; i < fields.length; i += 2) {
            order.put((String) fields[i], fields[i + 1]);
        }
        return given().contentType("application/json").body(order).post(path("/" + action));
    }

    EntryResource.Result process(String token, Object... fields) {
        return send("process", token, fields).then().statusCode(200).extract().as(EntryResource.Result.class);
    }

    long count(String token, Object... fields) {
        return number("count", token, fields);
    }

    /** The number that an action answers. */
    long number(String action, String token, Object... fields) {
        return Long.parseLong(send(action, token, fields).then().statusCode(200).extract().asString());
    }

    /** The numbers of rows that were processed a number of times. */
    List<Integer> processed(int times) {
        return numbers("processed = " + times);
    }

    /** @param condition in HQL */
    List<Integer> numbers(String condition) {
        return List.of(given().queryParam("condition", condition).get(path("/numbers")).then().statusCode(200).extract()
                .as(Integer[].class));
    }
}
