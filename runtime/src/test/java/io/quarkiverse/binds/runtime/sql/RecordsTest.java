package io.quarkiverse.binds.runtime.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** L15: a record that a native executable does not have is named, with the ways to register it. */
class RecordsTest {

    record Row(String title) {
    }

    private static final String WAYS = "The record " + Row.class.getName() + " cannot be read by reflection. A build registers"
            + " the records of the application and of its indexed jars: annotate the record with @RegisterForReflection,"
            + " or index its jar by quarkus.index-dependency.<any>.group-id and quarkus.index-dependency.<any>.artifact-id";

    /** GraalVM throws errors of its own types. */
    @Test
    void recordWithoutComponentsIsNamed() {
        Error ofImage = new Error("Record components not available");

        assertThatIllegalArgumentException().isThrownBy(() -> Records.registered(Row.class, () -> {
            throw ofImage;
        })).withMessage(WAYS).withCause(ofImage);
    }

    @Test
    void recordWithoutConstructorIsNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Records.registered(Row.class, () -> Row.class.getDeclaredConstructor(int.class)))
                .withMessage(WAYS).withCauseInstanceOf(NoSuchMethodException.class);
    }

    @Test
    void errorOfVirtualMachineIsNoMissingRecord() {
        OutOfMemoryError full = new OutOfMemoryError("thrown by a test");

        assertThatThrownBy(() -> Records.registered(Row.class, () -> {
            throw full;
        })).isSameAs(full);
        assertThat(Records.registered(Row.class, Row.class::getRecordComponents)).hasSize(1);
    }
}
