package io.quarkiverse.binds.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;

/** The main Java sources of the modules sockets, runtime and deployment, as the parser of javac reads them. */
final class MainSources {

    private static final List<String> MODULES = List.of("sockets", "runtime", "deployment");

    /**
     * @param linesOfJavadoc number of the lines that are Javadoc
     * @param names names of types in the source, qualified or in an import; and string literals, which may name a class that is
     *        loaded by its name
     */
    record Source(String packageName, String fileName, long lines, long linesOfJavadoc, List<Method> methods, Set<String> names,
            Set<String> literals) {
    }

    record Method(String name, long lines) {
    }

    private MainSources() {
    }

    static List<Source> read() {
        return parse(files("java", ".java"));
    }

    /** @return the class names in the files of {@code META-INF/services} */
    static Set<String> services() {
        Set<String> services = new TreeSet<>();
        for (Path file : files("resources/META-INF/services", "")) {
            lines(file).stream().map(line -> line.replaceFirst("#.*", "").trim()).filter(line -> !line.isEmpty())
                    .forEach(services::add);
        }
        return services;
    }

    private static List<Path> files(String folder, String suffix) {
        List<Path> files = new ArrayList<>();
        for (String module : MODULES) {
            Path root = Path.of("..", module, "src", "main").resolve(folder);
            if (Files.isDirectory(root)) {
                try (Stream<Path> walk = Files.walk(root)) {
                    walk.filter(file -> Files.isRegularFile(file) && file.toString().endsWith(suffix)).sorted()
                            .forEach(files::add);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
        return files;
    }

    static List<Source> parse(List<Path> files) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            JavacTask task = (JavacTask) compiler.getTask(null, manager, null, List.of(), null,
                    manager.getJavaFileObjectsFromPaths(files));
            SourcePositions positions = Trees.instance(task).getSourcePositions();
            List<Source> sources = new ArrayList<>();
            for (CompilationUnitTree unit : task.parse()) {
                sources.add(source(unit, positions));
            }
            return sources;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Source source(CompilationUnitTree file, SourcePositions positions) {
        Path path = Path.of(file.getSourceFile().toUri());
        List<String> lines = lines(path);
        Source source = new Source(file.getPackageName().toString(), path.getFileName().toString(), lines.size(),
                linesOfJavadoc(lines), new ArrayList<>(), new TreeSet<>(), new TreeSet<>());
        new TreePathScanner<Void, Void>() {

            @Override
            public Void visitMethod(MethodTree method, Void unused) {
                long first = file.getLineMap().getLineNumber(positions.getStartPosition(file, method));
                long last = file.getLineMap().getLineNumber(positions.getEndPosition(file, method));
                source.methods().add(new Method(declaringType() + "#" + method.getName(), last - first + 1));
                return super.visitMethod(method, unused);
            }

            private String declaringType() {
                ClassTree type = (ClassTree) getCurrentPath().getParentPath().getLeaf();
                return type.getSimpleName().isEmpty() ? "anonymous class" : type.getSimpleName().toString();
            }

            @Override
            public Void visitImport(ImportTree imported, Void unused) {
                source.names().add(imported.getQualifiedIdentifier().toString());
                return super.visitImport(imported, unused);
            }

            @Override
            public Void visitMemberSelect(MemberSelectTree select, Void unused) {
                source.names().add(select.toString());
                return super.visitMemberSelect(select, unused);
            }

            @Override
            public Void visitLiteral(LiteralTree literal, Void unused) {
                if (literal.getValue() instanceof String text) {
                    source.literals().add(text);
                }
                return super.visitLiteral(literal, unused);
            }
        }.scan(file, null);
        return source;
    }

    private static long linesOfJavadoc(List<String> lines) {
        long count = 0;
        boolean inside = false;
        for (String line : lines) {
            inside |= line.strip().startsWith("/**");
            count += inside ? 1 : 0;
            inside &= !line.contains("*/");
        }
        return count;
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
