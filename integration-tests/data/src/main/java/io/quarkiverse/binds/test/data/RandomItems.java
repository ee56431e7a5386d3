package io.quarkiverse.binds.test.data;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;

/** Items with few different values of each attribute, so that many of them tie, and with many nulls; and orders of them. */
final class RandomItems {

    private static final List<String> ATTRIBUTES = List.of("number", "ranking", "label", "price", "done", "dueDay", "dueTime",
            "changedAt", "seenAt", "sentAt", "zonedAt", "token", "weight", "color", "shade", "tone", "ratio", "depth",
            "checked", "fit", "flag",
            "box.width", "box.height", "parent.ranking", "parent.tone", "parent.id", "id");
    private static final List<String> LABELS = List.of("", "a", "A", "b", "B", "ä", "Ä", "ab", "a b", "it's", "%_\\\\");
    private static final List<String> NULLS = List.of("", "", "", " nulls first", " nulls last");

    private final Random random;
    private final List<String> left = new ArrayList<>();

    RandomItems(Random random) {
        this.random = random;
    }

    Item next(Kind kind, boolean stable, List<? extends Item> parents) {
        Item item = kind.newItem();
        item.stable = stable;
        item.number = random.nextInt(4);
        item.ranking = orNull(() -> random.nextInt(3) - 1);
        item.label = orNull(() -> LABELS.get(random.nextInt(LABELS.size())));
        item.price = orNull(() -> new BigDecimal(random.nextInt(3) + ".10"));
        item.done = orNull(random::nextBoolean);
        item.dueDay = orNull(() -> LocalDate.of(2024, 2, 27).plusDays(random.nextInt(4)));
        item.dueTime = orNull(() -> LocalTime.of(23, 59, random.nextInt(3)));
        item.changedAt = orNull(() -> LocalDateTime.of(2024, 12, 31, 23, 59, 59, random.nextInt(3) * 1_111_111));
        item.seenAt = orNull(() -> Instant.ofEpochSecond(1_700_000_000, random.nextInt(3) * 1_111_111));
        item.sentAt = orNull(() -> Instant.ofEpochSecond(random.nextInt(3)).atOffset(ZoneOffset.ofHours(2)));
        item.zonedAt = orNull(() -> Instant.ofEpochSecond(1_600_000_000L + random.nextInt(3)).atZone(ZoneOffset.ofHours(-7)));
        item.token = orNull(() -> new UUID(random.nextInt(3) - 1L, random.nextInt(2) - 1L));
        item.weight = orNull(() -> (random.nextInt(3) - 1) / 3.0);
        item.color = orNull(() -> Item.Color.values()[random.nextInt(3)]);
        item.shade = orNull(() -> Item.Color.values()[random.nextInt(3)]);
        item.tone = orNull(() -> Item.Color.values()[random.nextInt(3)]);
        item.ratio = orNull(() -> (random.nextInt(3) - 1) / 3f);
        item.depth = orNull(() -> (random.nextInt(3) - 1) / 3.0);
        item.checked = orNull(random::nextBoolean);
        item.fit = orNull(() -> List.of(2, 10, 3).get(random.nextInt(3)));
        item.setFlag(orNull(() -> List.of("a", "m", "z").get(random.nextInt(3))));
        item.box = new Box();
        item.box.width = orNull(() -> random.nextInt(2));
        item.box.height = random.nextInt(2);
        if (!parents.isEmpty()) {
            item.setParent(orNull(() -> parents.get(random.nextInt(parents.size()))));
        }
        return item;
    }

    private <V> V orNull(Supplier<V> value) {
        return random.nextInt(4) == 0 ? null : value.get();
    }

    /**
     * An order by up to four attributes; all are used before one is used again. The id is the last one: an attribute after it
     * decides nothing, but one of the parent would leave out the rows without a parent.
     */
    String order() {
        List<String> parts = new ArrayList<>();
        boolean complete = false;
        for (int count = 2 + random.nextInt(3); count > 0 && !complete; count--) {
            if (left.isEmpty()) {
                left.addAll(ATTRIBUTES);
            }
            String attribute = left.remove(random.nextInt(left.size()));
            complete = attribute.equals("id");
            if (parts.stream().noneMatch(part -> part.startsWith(attribute))) {
                String direction = random.nextBoolean() ? " desc" : random.nextBoolean() ? " asc" : "";
                parts.add(attribute + direction + NULLS.get(random.nextInt(NULLS.size())));
            }
        }
        return String.join(", ", parts);
    }

    /** The same order with the id, in the direction of the last attribute. */
    static String complete(String order) {
        String last = order.substring(order.lastIndexOf(',') + 1);
        return order + ", id" + (last.contains(" desc") ? " desc" : "");
    }
}
