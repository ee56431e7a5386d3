package io.quarkiverse.binds.runtime.dynamic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;

import org.junit.jupiter.api.Test;

/** A database that was closed by hand shares no name with what comes after it, however many there were. */
class TenantsTest {

    private final Tenants tenants = new Tenants();

    @Test
    void oneThatWasNeverClosedHasTheNameOfItsKey() {
        tenants.closed("other");
        assertThat(tenants.name("acme")).isEqualTo("acme");
    }

    @Test
    void eachCloseMakesAnotherNameOfTheSameKey() {
        Set<String> names = new HashSet<>(Set.of(tenants.name("acme")));
        for (int i = 0; i < 3; i++) {
            tenants.closed("acme");
            assertThat(names.add(tenants.name("acme"))).isTrue();
            assertThat(Tenants.key(tenants.name("acme"))).isEqualTo("acme");
        }
    }

    /** Which of the closed ones it was is forgotten then, and no name comes again. */
    @Test
    void noNameComesAgainWhenTheyAreTooManyToBeRemembered() {
        Set<String> names = new HashSet<>();
        for (int i = 0; i < 2 * Tenants.REMEMBERED + 10; i++) {
            String key = "key" + i % (Tenants.REMEMBERED + 3);
            names.add(tenants.name(key));
            tenants.closed(key);
            assertThat(names.contains(tenants.name(key))).as(key).isFalse();
        }
    }
}
