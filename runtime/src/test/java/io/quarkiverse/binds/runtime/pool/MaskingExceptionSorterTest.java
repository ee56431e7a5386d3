package io.quarkiverse.binds.runtime.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.sql.SQLException;
import java.sql.SQLWarning;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;

import io.agroal.api.configuration.AgroalConnectionPoolConfiguration.ExceptionSorter;
import io.quarkiverse.binds.runtime.masking.SensitiveColumns;

/** The sorter of a pool, which throws the masked form of what a driver has thrown. */
class MaskingExceptionSorterTest {

    private static final SensitiveColumns COLUMNS = new SensitiveColumns(Map.of("marked", Set.of("iban")));
    private static final PoolSettings SETTINGS = new PoolSettings(PoolName.ofBind("marked"), 1, 1, Duration.ofSeconds(1), false,
            Duration.ZERO, Duration.ZERO);

    private static ExceptionSorter sorter(String bind) {
        ExceptionSorter drivers = COLUMNS.mask(bind) == null ? e -> false
                : new MaskedBindSorter(e -> false, COLUMNS.mask(bind));
        return ConnectionLossExceptionSorter.of(SETTINGS, drivers, new ConnectionRegistry(SETTINGS), false, () -> {
        });
    }

    private static SQLException duplicate() {
        return new SQLException("Duplicate entry 'x' for key 'account.iban'", "23000", 1062);
    }

    @Test
    void bindWithoutSensitiveColumnsHasNoMask() {
        assertThat(sorter("plain")).isInstanceOf(ConnectionLossExceptionSorter.class);
        assertThat(sorter("plain").isFatal(duplicate())).isFalse();
    }

    @Test
    void exceptionWithValueIsThrownMasked() {
        assertThat(catchThrowable(() -> sorter("marked").isFatal(duplicate()))).isInstanceOf(SQLException.class)
                .hasMessage("Duplicate entry '***' for key 'account.iban'");
    }

    @Test
    void otherExceptionsAreSorted() {
        assertThat(sorter("marked").isFatal(new SQLException("lost", "08S01"))).isTrue();
        assertThat(sorter("marked").isFatal(new SQLException("Lock wait timeout exceeded", "HY000", 1205))).isFalse();
    }

    /** Agroal asks for each warning of a connection that is returned, and throws none. */
    @Test
    void warningIsNotThrown() {
        assertThat(sorter("marked").isFatal(new SQLWarning("Duplicate entry 'x' for key 'account.iban'", "23000", 1062)))
                .isFalse();
    }
}
