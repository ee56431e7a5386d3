package io.quarkiverse.binds.runtime.recording;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.sql.Timestamp;
import java.time.LocalDate;

import org.junit.jupiter.api.Test;

class KeptValueTest {

    @Test
    void shortImmutableValuesAreKeptAsTheyAre() {
        LocalDate day = LocalDate.of(2026, 1, 2);
        assertThat(KeptValue.of(day)).isSameAs(day);
        assertThat(KeptValue.of(null)).isNull();
        assertThat(KeptValue.of(5)).isEqualTo(5);
        assertThat(KeptValue.of("a".repeat(1000))).isEqualTo("a".repeat(1000));
    }

    @Test
    void longTextIsShortened() {
        assertThat(KeptValue.of("a".repeat(1001))).isEqualTo("a".repeat(1000) + "…");
    }

    @Test
    void valueThatMayChangeIsCopied() {
        Timestamp time = new Timestamp(5);
        Object kept = KeptValue.of(time);
        time.setTime(6);
        assertThat(kept).isEqualTo(new Timestamp(5));
    }

    @Test
    void binaryValuesAndStreamsAreDescribed() {
        assertThat(KeptValue.of(new byte[3])).isEqualTo("<3 bytes>");
        assertThat(KeptValue.of(new ByteArrayInputStream(new byte[3]))).isEqualTo("<ByteArrayInputStream>");
    }
}
