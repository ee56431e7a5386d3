package io.quarkiverse.binds.runtime.nativeimage;

import java.net.URL;
import java.util.Set;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.importer.ClassFileImporter;

import io.quarkiverse.binds.runtime.pool.BindPools;
import io.quarkiverse.binds.runtime.socket.PeerSocket;

/** The classes of this extension that an application has. */
final class ExtensionClasses {

    static final URL[] LOCATIONS = Stream.of(BindPools.class, PeerSocket.class)
            .map(type -> type.getProtectionDomain().getCodeSource().getLocation()).toArray(URL[]::new);

    static final JavaClasses ALL = new ClassFileImporter().importUrls(Set.of(LOCATIONS));

    private ExtensionClasses() {
    }

    /** Methods and constructors that a method calls or refers to, in its lambdas too. */
    static Stream<CodeUnitAccessTarget> calls(JavaCodeUnit code) {
        return Stream.concat(code.getCallsFromSelf().stream(), code.getCodeUnitReferencesFromSelf().stream())
                .map(access -> (CodeUnitAccessTarget) access.getTarget());
    }
}
