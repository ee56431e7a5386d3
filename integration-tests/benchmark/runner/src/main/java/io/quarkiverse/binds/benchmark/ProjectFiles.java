package io.quarkiverse.binds.benchmark;

/** Texts of the files of a {@link GeneratedPair}. */
final class ProjectFiles {

    /** Names of the living threads, one a line; those of the JVM itself are not among them. */
    static final String THREADS = """
            package org.acme.start;

            import java.util.stream.Collectors;

            import jakarta.ws.rs.GET;
            import jakarta.ws.rs.Path;

            @Path("threads")
            public class ThreadsResource {

                @GET
                public String names() {
                    return Thread.getAllStackTraces().keySet().stream().map(Thread::getName).sorted()
                            .collect(Collectors.joining("\\n"));
                }
            }
            """;

    private static final String POM = """
            <?xml version="1.0" encoding="UTF-8"?>
            <project xmlns="http://maven.apache.org/POM/4.0.0">
                <modelVersion>4.0.0</modelVersion>
                <groupId>org.acme</groupId>
                <artifactId>%s</artifactId>
                <version>1</version>
                <properties>
                    <maven.compiler.release>17</maven.compiler.release>
                    <maven.compiler.parameters>true</maven.compiler.parameters>
                    <project.build.sourceEncoding>UTF-8</project.build.sourceEncoding>
                </properties>
                <dependencyManagement>
                    <dependencies>
                        <dependency>
                            <groupId>io.quarkus</groupId>
                            <artifactId>quarkus-bom</artifactId>
                            <version>%s</version>
                            <type>pom</type>
                            <scope>import</scope>
                        </dependency>
                    </dependencies>
                </dependencyManagement>
                <dependencies>
                    <dependency>
                        <groupId>io.quarkus</groupId>
                        <artifactId>quarkus-rest-jackson</artifactId>
                    </dependency>
                    <dependency>
                        <groupId>io.quarkus</groupId>
                        <artifactId>quarkus-hibernate-orm-panache</artifactId>
                    </dependency>
                    <dependency>
                        <groupId>io.quarkus</groupId>
                        <artifactId>quarkus-jdbc-h2</artifactId>
                    </dependency>
            %s    </dependencies>
                <build>
                    <plugins>
                        <plugin>
                            <artifactId>maven-compiler-plugin</artifactId>
                            <version>%s</version>
                        </plugin>
                        <plugin>
                            <artifactId>maven-jar-plugin</artifactId>
                            <version>%s</version>
                        </plugin>
                        <plugin>
                            <groupId>io.quarkus</groupId>
                            <artifactId>quarkus-maven-plugin</artifactId>
                            <version>%s</version>
                            <executions>
                                <execution>
                                    <goals>
                                        <goal>build</goal>
                                    </goals>
                                </execution>
                            </executions>
                        </plugin>
                    </plugins>
                </build>
            </project>
            """;

    private static final String EXTENSION = """
                    <dependency>
                        <groupId>io.quarkiverse.binds</groupId>
                        <artifactId>quarkus-binds</artifactId>
                        <version>%s</version>
                    </dependency>
            """;

    private static final String ENTITY = """
            package org.acme.start.shop#;

            import jakarta.persistence.Entity;
            import jakarta.persistence.Id;
            %s
            public class Item# {

                @Id
                public long id;
                public String name;
            }
            """;

    private static final String PLAIN_RESOURCE = """
            package org.acme.start.shop#;

            import jakarta.inject.Inject;
            import jakarta.persistence.EntityManager;
            import jakarta.transaction.Transactional;
            import jakarta.ws.rs.GET;
            import jakarta.ws.rs.Path;

            import io.quarkus.hibernate.orm.PersistenceUnit;

            @Path("items#/{id}")
            public class Item#Resource {

                @Inject
                @PersistenceUnit("db#")
                EntityManager entities;

                @GET
                @Transactional
                public Item# getOrCreate(long id) {
                    Item# item = entities.find(Item#.class, id);
                    if (item == null) {
                        item = new Item#();
                        item.id = id;
                        item.name = "item " + id;
                        entities.persist(item);
                    }
                    return item;
                }
            }
            """;

    private static final String BINDS_RESOURCE = """
            package org.acme.start.shop#;

            import jakarta.inject.Inject;
            import jakarta.ws.rs.GET;
            import jakarta.ws.rs.Path;

            import io.quarkiverse.binds.Db;

            @Path("items#/{id}")
            public class Item#Resource {

                @Inject
                Db db;

                @GET
                public Item# getOrCreate(long id) {
                    Item# item = db.get(Item#.class, id);
                    if (item == null) {
                        item = new Item#();
                        item.id = id;
                        item.name = "item " + id;
                        db.add(item);
                        db.commit();
                    }
                    return item;
                }
            }
            """;

    private static final String PLAIN_PROPERTIES = """
            quarkus.datasource."db#".db-kind=h2
            quarkus.datasource."db#".jdbc.url=jdbc:h2:mem:db#
            quarkus.hibernate-orm."db#".datasource=db#
            quarkus.hibernate-orm."db#".packages=org.acme.start.shop#
            quarkus.hibernate-orm."db#".schema-management.strategy=drop-and-create
            """;

    private static final String BINDS_PROPERTIES = "quarkus.binds.db#.url=h2:mem:db#";

    private ProjectFiles() {
    }

    static String pom(String project, Application application, Versions versions) {
        return POM.formatted(project, versions.quarkus(),
                application == Application.BINDS ? EXTENSION.formatted(versions.binds()) : "",
                versions.compilerPlugin(), versions.jarPlugin(), versions.quarkus());
    }

    /** Plain Quarkus finds the persistence unit by the package, the extension by the annotation. */
    static String entity(int number, Application application) {
        return numbered(ENTITY.formatted(application == Application.BINDS ? """

                import io.quarkiverse.binds.Bind;

                @Entity
                @Bind("db#")""" : "\n@Entity"), number);
    }

    static String resource(int number, Application application) {
        return numbered(application == Application.BINDS ? BINDS_RESOURCE : PLAIN_RESOURCE, number);
    }

    static String properties(int number, Application application) {
        return numbered(application == Application.BINDS ? BINDS_PROPERTIES : PLAIN_PROPERTIES, number);
    }

    private static String numbered(String text, int number) {
        return text.replace("#", Integer.toString(number));
    }
}
