package io.quarkiverse.binds.test.doors;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Text form of programs for reports, and smaller variants of them. */
final class ProgramText {

    private ProgramText() {
    }

    static String of(Program program) {
        return program.place() + " " + of(program.steps());
    }

    private static String of(List<Step> steps) {
        return steps.stream().map(ProgramText::of).collect(Collectors.joining(", ", "[", "]"));
    }

    private static String of(Step step) {
        String words = Stream.of(step.op(), step.door(), step.where(), step.row()).filter(Objects::nonNull)
                .map(Object::toString).collect(Collectors.joining(" "));
        return step.steps() == null ? words : words + " " + of(step.steps());
    }

    /** Returns the variants with one step removed, or replaced by its inner steps. */
    static List<Program> smaller(Program program) {
        return smaller(program.steps()).stream().map(steps -> new Program(program.place(), false, steps))
                .collect(Collectors.toList());
    }

    private static List<List<Step>> smaller(List<Step> steps) {
        List<List<Step>> smaller = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i);
            smaller.add(replaced(steps, i, List.of()));
            if (step.steps() != null) {
                smaller.add(replaced(steps, i, step.steps()));
                for (List<Step> within : smaller(step.steps())) {
                    smaller.add(replaced(steps, i,
                            List.of(new Step(step.op(), step.door(), step.where(), step.row(), within))));
                }
            }
        }
        return smaller;
    }

    private static List<Step> replaced(List<Step> steps, int index, List<Step> by) {
        List<Step> replaced = new ArrayList<>(steps.subList(0, index));
        replaced.addAll(by);
        replaced.addAll(steps.subList(index + 1, steps.size()));
        return replaced;
    }
}
