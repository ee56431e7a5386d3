package io.quarkiverse.binds.runtime.session;

import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

import org.hibernate.Session;

import io.quarkus.arc.SyntheticCreationalContext;
import io.quarkus.runtime.annotations.Recorder;

/** Makes the beans that are known at build only. */
@Recorder
public class UnitsRecorder {

    public Supplier<Persistence> persistence(Map<String, String> unitOfEntity, Set<String> twoPhase,
            Set<String> dynamic) {
        return () -> new Persistence(unitOfEntity, twoPhase, dynamic);
    }

    public Function<SyntheticCreationalContext<Session>, Session> session(String unit) {
        return context -> new InjectedSession(context.getInjectedReference(Units.class), unit);
    }
}
