package io.quarkiverse.binds.test.dynamic;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import io.quarkiverse.binds.Database;
import io.quarkiverse.binds.DatabaseAddress;
import io.quarkiverse.binds.DatabaseSource;
import io.quarkiverse.binds.Databases;
import io.quarkiverse.binds.Db;

/** Source that uses the database whose URL it is asked for, in the way that the key names. */
@Singleton
public class SelfReferencingSource implements DatabaseSource {

    static final String HELPER = "helper";

    /** Databases that the application has obtained before. */
    static final Map<String, Database> KNOWN = new ConcurrentHashMap<>();
    static volatile CyclicBarrier both;

    @Inject
    Databases databases;

    @Inject
    Db db;

    @Override
    public Optional<DatabaseAddress> find(String bind, String key) {
        Databases of = databases.of(bind);
        String url = switch (key) {
            case "get" -> of.get(key).url();
            case "open" -> of.open(key, "h2:mem:asking_open").url();
            case "run" -> of.call(key, () -> db.bind(bind).sql("select 'x'").one(String.class));
            case "url" -> KNOWN.containsKey(key) ? KNOWN.get(key).url() : "h2:mem:asking_url;DB_CLOSE_DELAY=-1";
            case "a" -> of.get("b").url();
            case "b" -> of.get("a").url();
            case "other-bind" -> databases.of(bind.equals("tenants") ? "quick" : "tenants").get(key).url();
            case "across-1" -> across(() -> of.get("across-2").url());
            case "across-2" -> across(() -> of.get("across-1").url());
            case "thread" -> onThread(() -> of.get(key).url());
            case "null" -> null;
            default -> "h2:mem:asking_" + key + ";DB_CLOSE_DELAY=-1";
        };
        return key.equals("null") ? null : Optional.of(DatabaseAddress.of(url));
    }

    /** Waits until the source has been asked for both. */
    private static String across(Supplier<String> work) {
        try {
            both.await(10, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalArgumentException(e);
        }
        return work.get();
    }

    private static String onThread(Supplier<String> work) {
        CompletableFuture<String> done = new CompletableFuture<>();
        new Thread(() -> {
            try {
                done.complete(work.get());
            } catch (Throwable e) {
                done.completeExceptionally(e);
            }
        }, HELPER).start();
        return done.join();
    }
}
