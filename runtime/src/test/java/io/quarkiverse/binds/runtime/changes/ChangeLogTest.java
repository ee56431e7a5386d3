package io.quarkiverse.binds.runtime.changes;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.quarkiverse.binds.ModelChange.Operation;

/** K23: two operations on a row, one after the other. */
class ChangeLogTest {

    @ParameterizedTest
    @CsvSource({
            "INSERT, UPDATE, INSERT", "INSERT, UPSERT, INSERT", "INSERT, DELETE,",
            "UPDATE, UPDATE, UPDATE", "UPDATE, UPSERT, UPDATE", "UPDATE, DELETE, DELETE",
            "UPSERT, UPDATE, UPSERT", "UPSERT, UPSERT, UPSERT", "UPSERT, DELETE, DELETE",
            "DELETE, INSERT, UPDATE", "DELETE, UPSERT, UPDATE", "DELETE, UPDATE, DELETE", "DELETE, DELETE, DELETE"
    })
    void operationsOnARowHaveOneNetEffect(Operation first, Operation second, Operation net) {
        assertThat(ChangeLog.net(first, second)).isEqualTo(net);
    }
}
