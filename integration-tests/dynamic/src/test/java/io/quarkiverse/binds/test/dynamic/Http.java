package io.quarkiverse.binds.test.dynamic;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

import io.restassured.RestAssured;

/** Requests of clients under load, at less CPU time than by REST Assured. */
final class Http {

    private static final Duration LONGEST_ANSWER = Duration.ofMinutes(1);

    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final int port = RestAssured.port;

    /** @param status 0 without a response */
    record Answer(int status, String body, double millis) {

        boolean ok() {
            return status == 200 || status == 204;
        }
    }

    /** @param headers names and values in turn */
    Answer send(String method, String path, String... headers) throws InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .method(method, BodyPublishers.noBody()).timeout(LONGEST_ANSWER);
        if (headers.length > 0) {
            request.headers(headers);
        }
        long start = System.nanoTime();
        try {
            HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.body(), (System.nanoTime() - start) / 1e6);
        } catch (IOException e) {
            return new Answer(0, e.toString(), (System.nanoTime() - start) / 1e6);
        }
    }
}
