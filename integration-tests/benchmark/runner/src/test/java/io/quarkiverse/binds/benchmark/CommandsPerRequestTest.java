package io.quarkiverse.binds.benchmark;

import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/** Number of commands per request, with binds and with {@code @Transactional} on plain Quarkus. */
class CommandsPerRequestTest {

    private static final int WARM = 5;
    private static final int REQUESTS = 10;
    private static final int ATTEMPTS = 5;

    @Test
    void requestSendsNoMoreCommandsThanPlainQuarkus() throws IOException {
        SoftAssertions softly = new SoftAssertions();
        StringBuilder table = new StringBuilder(String.format("%n%-34s %6s %8s%n", "Commands per request", "plain", "binds"));
        try (SideBySide both = new SideBySide(Endpoint.FEW_READINGS)) {
            StatementLog log = new StatementLog(both.server());
            for (Endpoint endpoint : Endpoint.values()) {
                Map<Application, List<String>> commands = new EnumMap<>(Application.class);
                for (Application application : Application.values()) {
                    commands.put(application, commands(both, log, application, endpoint));
                }
                double plain = commands.get(Application.PLAIN).size() / (double) REQUESTS;
                double binds = commands.get(Application.BINDS).size() / (double) REQUESTS;
                table.append(String.format("%-34s %6.1f %8.1f%n", endpoint.title, plain, binds));
                // Known figures, so that an incomplete log is detected.
                softly.assertThat(plain).as("%s, plain: %s", endpoint.title, commands.get(Application.PLAIN))
                        .isEqualTo(endpoint.commandsOfPlain);
                softly.assertThat(binds).as("%s, binds: %s", endpoint.title, commands.get(Application.BINDS))
                        .isEqualTo(endpoint.commandsOfBinds).isLessThanOrEqualTo(plain);
            }
        }
        System.out.println(table);
        softly.assertAll();
    }

    /**
     * Repeats if the requests differ in cost: a connection was opened or tested meanwhile, as on a busy machine where a
     * request may begin before the previous one has returned its connection.
     */
    private static List<String> commands(SideBySide both, StatementLog log, Application application, Endpoint endpoint)
            throws IOException {
        List<String> commands = List.of();
        try (Client client = new Client(both.process(application).port())) {
            for (int i = 0; i < ATTEMPTS && (commands.isEmpty() || commands.size() % REQUESTS != 0); i++) {
                commands = log.during(application.user(), () -> send(client, both, log, application, endpoint, WARM),
                        () -> send(client, both, log, application, endpoint, REQUESTS));
            }
        }
        return commands;
    }

    private static void send(Client client, SideBySide both, StatementLog log, Application application, Endpoint endpoint,
            int times) {
        try {
            for (int i = 0; i < times; i++) {
                client.exchange(endpoint.request(both.nextNumber()));
                log.awaitEndOfTransactions(application.user());
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
