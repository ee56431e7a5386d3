package io.quarkiverse.binds.runtime.replication;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sets of GTIDs, as they grow with the commits of a process (A23). */
class GtidSetTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a:5                     | a:5
            a:5 ; a:6               | a:5-6
            a:6 ; a:5               | a:5-6
            a:5 ; a:5               | a:5
            a:5 ; a:7               | a:5:7
            a:5 ; a:7 ; a:6         | a:5-7
            a:1-9 ; a:3             | a:1-9
            a:3 ; a:5:7 ; a:1-9     | a:1-9
            a:1-9 ; b:3 ; a:11      | a:1-9:11,b:3
            a:1-2, b:4 ; b:5        | a:1-2,b:4-5
            a:tag:3 ; a:4           | a:4,a:tag:3
            a:1-3:tag:5:7 ; a:tag:6 | a:1-3,a:tag:5-7
            """)
    void setHasEachTransactionOnce(String added, String set) {
        GtidSet gtids = new GtidSet();
        for (String each : added.split(";")) {
            gtids.add(each.strip());
        }

        assertThat(gtids).hasToString(set);
    }

    @Test
    void smallestGapIsFilledIfThereAreManyIntervals() {
        GtidSet gtids = new GtidSet();
        IntStream.rangeClosed(1, 16).forEach(i -> gtids.add("a:" + 10 * i));
        gtids.add("a:53");

        assertThat(gtids).hasToString("a:10:20:30:40:50-53:60:70:80:90:100:110:120:130:140:150:160");
    }
}
