package io.quarkiverse.binds.runtime.dynamic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;

import org.junit.jupiter.api.Test;

/** A database closed by program never shares a tenant identifier with a later one. */
class TenantIdentifiersTest {

    private final TenantIdentifiers tenants = new TenantIdentifiers();

    @Test
    void identifierEqualsKeyBeforeFirstClose() {
        tenants.closed("other");
        assertThat(tenants.identifier("acme")).isEqualTo("acme");
    }

    @Test
    void eachCloseChangesTheIdentifier() {
        Set<String> names = new HashSet<>(Set.of(tenants.identifier("acme")));
        for (int i = 0; i < 3; i++) {
            tenants.closed("acme");
            assertThat(names.add(tenants.identifier("acme"))).isTrue();
            assertThat(TenantIdentifiers.key(tenants.identifier("acme"))).isEqualTo("acme");
        }
    }

    /** Beyond the limit the closed keys are forgotten, and still no identifier is reused. */
    @Test
    void identifiersAreNotReusedBeyondTheLimit() {
        Set<String> names = new HashSet<>();
        for (int i = 0; i < 2 * TenantIdentifiers.MAX_REMEMBERED + 10; i++) {
            String key = "key" + i % (TenantIdentifiers.MAX_REMEMBERED + 3);
            names.add(tenants.identifier(key));
            tenants.closed(key);
            assertThat(names.contains(tenants.identifier(key))).as(key).isFalse();
        }
    }
}
