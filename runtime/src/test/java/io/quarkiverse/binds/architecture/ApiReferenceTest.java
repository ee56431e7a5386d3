package io.quarkiverse.binds.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;

/**
 * J3: the comments of the API. The build makes pages of them ({@code maven-javadoc-plugin}) and refuses missing descriptions of
 * parameters and results, wrong tags and wrong links, by the rules of doclint. They do not require {@code @since}.
 */
class ApiReferenceTest {

    private static final Path API = Path.of("src/main/java/io/quarkiverse/binds");
    private static final List<String> WITHOUT_COMMENT = new ArrayList<>();
    private static final List<String> WITHOUT_SINCE = new ArrayList<>();
    private static int types;

    @BeforeAll
    static void read() throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null);
                Stream<Path> sources = Files.list(API).filter(p -> p.toString().endsWith(".java"))) {
            JavacTask task = (JavacTask) compiler.getTask(null, files, null, List.of("-proc:none"), null,
                    files.getJavaFileObjectsFromPaths(sources.toList()));
            DocTrees comments = DocTrees.instance(task);
            for (CompilationUnitTree source : task.parse()) {
                new Comments(comments).scan(source, null);
            }
        }
    }

    @Test
    void everyPublicElementHasAComment() {
        assertThat(types).isGreaterThan(40);
        assertThat(WITHOUT_COMMENT).isEmpty();
    }

    @Test
    void everyPublicTypeTellsTheVersionThatBroughtIt() {
        assertThat(WITHOUT_SINCE).isEmpty();
    }

    /** Visits what a user can see; methods that override another take its comment, and components are tags of their record. */
    private static final class Comments extends TreePathScanner<Void, Boolean> {

        private final DocTrees comments;

        Comments(DocTrees comments) {
            this.comments = comments;
        }

        @Override
        public Void visitClass(ClassTree type, Boolean publicMembers) {
            if (!isPublic(type.getModifiers(), publicMembers)) {
                return null;
            }
            types++;
            String comment = check(type.getSimpleName().toString());
            if (comment == null || !comment.contains("@since")) {
                WITHOUT_SINCE.add(type.getSimpleName().toString());
            }
            return super.visitClass(type, type.getKind() == Tree.Kind.INTERFACE || type.getKind() == Tree.Kind.ANNOTATION_TYPE);
        }

        @Override
        public Void visitMethod(MethodTree method, Boolean publicMembers) {
            if (isPublic(method.getModifiers(), publicMembers) && !overrides(method)) {
                check(type() + "#" + method.getName());
            }
            return null;
        }

        @Override
        public Void visitVariable(VariableTree field, Boolean publicMembers) {
            if (isPublic(field.getModifiers(), publicMembers)) {
                check(type() + "#" + field.getName());
            }
            return null;
        }

        private String check(String name) {
            String comment = comments.getDocComment(getCurrentPath());
            if (comment == null || comment.isBlank()) {
                WITHOUT_COMMENT.add(name);
            }
            return comment;
        }

        private String type() {
            return ((ClassTree) getCurrentPath().getParentPath().getLeaf()).getSimpleName().toString();
        }

        private static boolean isPublic(ModifiersTree modifiers, Boolean ofInterface) {
            Set<Modifier> flags = modifiers.getFlags();
            return flags.contains(Modifier.PUBLIC) || Boolean.TRUE.equals(ofInterface) && !flags.contains(Modifier.PRIVATE);
        }

        private static boolean overrides(MethodTree method) {
            return method.getModifiers().getAnnotations().stream()
                    .anyMatch(annotation -> annotation.getAnnotationType().toString().equals("Override"));
        }
    }
}
