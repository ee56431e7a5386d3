package io.quarkiverse.binds.runtime.catalog;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A part of an expression: a name, a literal, or an operator or function with its operands.
 *
 * @param name name, literal or operator
 */
record ExpressionNode(String name, List<ExpressionNode> operands) {

    private static final Set<String> NUMERIC_TYPES = Set.of("smallint", "integer", "bigint", "numeric", "real",
            "double precision");

    static ExpressionNode leaf(String text) {
        return new ExpressionNode(text, List.of());
    }

    static ExpressionNode string(String text) {
        return leaf("'" + text.replace("'", "''") + "'");
    }

    static Optional<String> number(String text) {
        try {
            BigDecimal number = new BigDecimal(text);
            return Optional.of(number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString());
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    static ExpressionNode of(String operator, ExpressionNode... operands) {
        return new ExpressionNode(operator, List.of(operands));
    }

    /** And, or: the same whether written in a row or in pairs. */
    static ExpressionNode row(String operator, ExpressionNode left, ExpressionNode right) {
        List<ExpressionNode> all = new ArrayList<>();
        for (ExpressionNode side : List.of(left, right)) {
            all.addAll(side.name().equals(operator) && !side.operands().isEmpty() ? side.operands() : List.of(side));
        }
        return new ExpressionNode(operator, all);
    }

    static ExpressionNode between(ExpressionNode value, ExpressionNode low, ExpressionNode high) {
        return row("and", of(">=", value, low), of("<=", value, high));
    }

    /** One of several values; a list of one is a comparison with it. */
    static ExpressionNode in(ExpressionNode value, List<ExpressionNode> values) {
        if (values.size() == 1) {
            return of("=", value, values.get(0));
        }
        List<ExpressionNode> all = new ArrayList<>(values);
        all.sort(Comparator.comparing(ExpressionNode::toString));
        all.add(0, value);
        return new ExpressionNode("in", all);
    }

    /** A comparison; PostgreSQL writes {@code in} as one with any element of an array. */
    static ExpressionNode comparison(String operator, ExpressionNode left, ExpressionNode right) {
        if (operator.equals("=") && right.isArrayOf("any")) {
            return in(left, right.operands().get(0).operands());
        }
        if (operator.equals("<>") && right.isArrayOf("all")) {
            return not(in(left, right.operands().get(0).operands()));
        }
        return switch (operator) {
            case "~~" -> of("like", left, right);
            case "!~~" -> not(of("like", left, right));
            default -> of(operator, left, right);
        };
    }

    private boolean isArrayOf(String quantifier) {
        return name.equals(quantifier) && operands.size() == 1 && operands.get(0).name().equals("array");
    }

    static ExpressionNode not(ExpressionNode node) {
        if (node.name().equals("=") && node.operands().size() == 2) {
            return of("<>", node.operands().get(0), node.operands().get(1));
        }
        return of("not", node);
    }

    /** The operand of a cast that the server has added, or of any other; a literal becomes one of the type. */
    static ExpressionNode cast(ExpressionNode operand, String type) {
        if (operand.name().startsWith("'") && NUMERIC_TYPES.contains(type)) {
            return number(operand.name().substring(1, operand.name().length() - 1)).map(ExpressionNode::leaf).orElse(operand);
        }
        return operand;
    }

    static ExpressionNode negative(ExpressionNode operand) {
        return number(operand.name()).filter(none -> operand.operands().isEmpty())
                .map(number -> leaf(number.equals("0") ? number : "-" + number)).orElseGet(() -> of("-", operand));
    }

    static ExpressionNode call(String function, List<ExpressionNode> arguments) {
        String name = switch (function.toLowerCase(Locale.ROOT)) {
            case "now", "current_timestamp", "localtimestamp", "localtime" -> "current_timestamp";
            case "curdate", "current_date" -> "current_date";
            case "curtime", "current_time" -> "current_time";
            case "character_length" -> "char_length";
            default -> function.toLowerCase(Locale.ROOT);
        };
        return new ExpressionNode(arguments.isEmpty() && !name.startsWith("current_") ? name + "()" : name, arguments);
    }

    @Override
    public String toString() {
        return operands.isEmpty() ? name
                : name + operands.stream().map(ExpressionNode::toString).collect(Collectors.joining(", ", "(", ")"));
    }
}
