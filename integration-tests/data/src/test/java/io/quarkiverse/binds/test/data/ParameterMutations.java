package io.quarkiverse.binds.test.data;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Parameters of a page as a client should not send them. */
final class ParameterMutations {

    private static final List<String> ODD = List.of("", " ", "0", "-1", "1.5", "1e9", "2147483647", "2147483648",
            "99999999999999999999", "null", "NaN", "\0", "%", "%00", "'", "\" or 1=1", "ä", "\uD83D\uDE00", "A".repeat(2_000),
            "٣");
    private static final String ALPHABET = "ABCxyz0189-_=+/% \0ä'";

    private final Random random;
    private final Map<String, String> valid;

    ParameterMutations(Random random, String cursor) {
        this.random = random;
        this.valid = Map.of("page", "1", "per_page", "10", "after", cursor, "before", cursor);
    }

    String nextQuery() {
        List<String> parameters = new ArrayList<>();
        for (String name : List.of("page", "per_page", "after", "before")) {
            int chance = random.nextInt(name.equals("page") ? 12 : 4);
            if (chance == 0) {
                parameters.add(parameter(name, valid.get(name)));
            } else if (chance == 1) {
                parameters.add(parameter(name, mutated(valid.get(name))));
            } else if (chance == 2 && random.nextInt(4) == 0) {
                parameters.add(parameter(name, ODD.get(random.nextInt(ODD.size()))));
            }
        }
        return String.join("&", parameters);
    }

    private static String parameter(String name, String value) {
        return name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private String mutated(String text) {
        StringBuilder mutated = new StringBuilder(text);
        for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
            char other = ALPHABET.charAt(random.nextInt(ALPHABET.length()));
            int at = random.nextInt(mutated.length() + 1);
            switch (random.nextInt(4)) {
                case 0 -> mutated.insert(at, other);
                case 1 -> mutated.setLength(at);
                case 2 -> mutated.append(mutated.substring(at));
                default -> mutated.replace(at, Math.min(at + 1, mutated.length()), String.valueOf(other));
            }
        }
        return mutated.toString();
    }
}
