package io.quarkiverse.binds.test.nativeimage;

import java.util.List;
import java.util.Map;

/**
 * The methods of this extension that use reflection, JDK proxies, service loaders or resources, each with what the build has to
 * register for it: lines of {@link Registrations} in the application of {@link NativeRegistrationTest}.
 */
final class ReflectionUses {

    private static final String PRIVATE = "io.quarkiverse.binds.runtime.";
    private static final String TEST = "io.quarkiverse.binds.test.nativeimage.";

    private static final List<String> RECORDS = List.of(
            "class " + TEST + "NativeRegistrationTest$Row constructors methods",
            "class " + TEST + "library.LibraryRow constructors methods");
    private static final List<String> CALLS = List.of("proxy java.sql.CallableStatement",
            "class java.sql.Statement constructors methods",
            "class java.sql.PreparedStatement constructors methods", "class java.sql.CallableStatement constructors methods");
    private static final List<String> ENTITIES = List.of(
            "class " + TEST + "NativeRegistrationTest$Base constructors fields methods",
            "class " + TEST + "NativeRegistrationTest$Book constructors fields methods",
            "class " + TEST + "NativeRegistrationTest$Publisher constructors fields methods");

    /** In an application with that driver, see {@code ClassesOfDriversTest}. */
    private static final List<String> OF_OTHER_DRIVER = List.of();
    private static final List<String> OF_H2 = List.of("class " + PRIVATE + "masking.H2Exceptions constructors");
    /** Runs while an executable is built, whose class path is that of the application. */
    private static final List<String> AT_BUILD = List.of();
    /** The Flyway extension, without which a build with scripts fails, registers the files of its locations. */
    private static final List<String> OF_FLYWAY = List.of();
    /** Constants of enum types need no registration. */
    private static final List<String> NOTHING = List.of();

    static final Map<String, List<String>> ALL = Map.ofEntries(
            Map.entry(PRIVATE + "sql.Records.reader Class.getRecordComponents", RECORDS),
            Map.entry(PRIVATE + "sql.Records.constructor Class.getDeclaredConstructor", RECORDS),
            Map.entry(PRIVATE + "sql.Records.constructor Constructor.setAccessible", RECORDS),
            Map.entry(PRIVATE + "sql.Records.make Constructor.newInstance", RECORDS),
            Map.entry(PRIVATE + "recording.RecordedCall.of Proxy.newProxyInstance", CALLS),
            Map.entry(PRIVATE + "recording.RecordedCall.invoke Method.invoke", CALLS),
            Map.entry(PRIVATE + "model.RenameReader.annotation Class.getDeclaredFields", ENTITIES),
            Map.entry(PRIVATE + "model.RenameReader.annotation Class.getDeclaredMethods", ENTITIES),
            Map.entry(PRIVATE + "migration.file.PackagedSnapshot.find ClassLoader.getResourceAsStream",
                    List.of("resource db/migration/default/schema.snapshot", "resource db/migration/users/schema.snapshot")),
            Map.entry(PRIVATE + "migration.command.FileActions.print ClassLoader.getResourceAsStream", OF_FLYWAY),
            Map.entry(PRIVATE + "pool.DriverLookup.of ServiceLoader.load",
                    List.of("service java.sql.Driver org.h2.Driver")),
            Map.entry(PRIVATE + "pool.ServerStatusFlags.make Class.forName", OF_OTHER_DRIVER),
            Map.entry(PRIVATE + "pool.ServerStatusFlags.make Class.getDeclaredConstructor", OF_OTHER_DRIVER),
            Map.entry(PRIVATE + "pool.ServerStatusFlags.make Constructor.newInstance", OF_OTHER_DRIVER),
            Map.entry(PRIVATE + "masking.DriverExceptions.make Class.forName", OF_H2),
            Map.entry(PRIVATE + "masking.DriverExceptions.make Class.getDeclaredConstructor", OF_H2),
            Map.entry(PRIVATE + "masking.DriverExceptions.make Constructor.newInstance", OF_H2),
            Map.entry(PRIVATE + "replication.SessionTracking.of Class.forName", OF_OTHER_DRIVER),
            Map.entry(PRIVATE + "replication.SessionTracking.of Class.getDeclaredConstructor", OF_OTHER_DRIVER),
            Map.entry(PRIVATE + "replication.SessionTracking.of Constructor.newInstance", OF_OTHER_DRIVER),
            Map.entry(PRIVATE + "config.FlywayExtension.isInClassPath Class.forName", AT_BUILD),
            Map.entry(PRIVATE + "selection.Parameters.resolved Class.getEnumConstants", NOTHING));

    private ReflectionUses() {
    }
}
