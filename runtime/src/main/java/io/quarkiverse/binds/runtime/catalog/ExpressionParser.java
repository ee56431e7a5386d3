package io.quarkiverse.binds.runtime.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import io.quarkiverse.binds.runtime.catalog.SqlToken.Kind;

/** Parses expressions of checks, defaults and generated columns. Used by one thread, for one expression. */
final class ExpressionParser {

    private static final Set<String> COMPARISONS = Set.of("=", "<>", "!=", "<", ">", "<=", ">=", "<=>", "~~", "!~~", "like");
    private static final Set<String> WITHOUT_ARGUMENTS = Set.of("current_timestamp", "current_date", "current_time",
            "localtimestamp", "localtime");
    private static final Set<String> PARTS_OF_TYPES = Set.of("varying", "precision", "with", "without", "time", "zone");

    private final List<SqlToken> tokens;
    private final CatalogKind kind;
    private int at;

    private ExpressionParser(List<SqlToken> tokens, CatalogKind kind) {
        this.tokens = tokens;
        this.kind = kind;
    }

    /** @return empty if the expression is not understood */
    static Optional<ExpressionNode> parse(List<SqlToken> tokens, CatalogKind kind) {
        ExpressionParser parser = new ExpressionParser(tokens, kind);
        try {
            ExpressionNode node = parser.or();
            return parser.at == tokens.size() ? Optional.of(node) : Optional.empty();
        } catch (NotUnderstoodException e) {
            return Optional.empty();
        }
    }

    /** Ends the parsing of an expression outside of the grammar; there is nothing to tell, since its text is compared then. */
    private static final class NotUnderstoodException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NotUnderstoodException() {
            super(null, null, false, false);
        }
    }

    private boolean is(String wordOrSign) {
        return at < tokens.size() && tokens.get(at).is(wordOrSign);
    }

    private boolean take(String wordOrSign) {
        boolean is = is(wordOrSign);
        at += is ? 1 : 0;
        return is;
    }

    private void require(String wordOrSign) {
        if (!take(wordOrSign)) {
            throw new NotUnderstoodException();
        }
    }

    private SqlToken next() {
        if (at == tokens.size()) {
            throw new NotUnderstoodException();
        }
        return tokens.get(at++);
    }

    private ExpressionNode or() {
        ExpressionNode left = and();
        while (take("or")) {
            left = ExpressionNode.row("or", left, and());
        }
        return left;
    }

    private ExpressionNode and() {
        ExpressionNode left = not();
        while (take("and")) {
            left = ExpressionNode.row("and", left, not());
        }
        return left;
    }

    private ExpressionNode not() {
        return take("not") ? ExpressionNode.not(not()) : comparison();
    }

    private ExpressionNode comparison() {
        ExpressionNode left = sum();
        while (at < tokens.size()) {
            int before = at;
            if (take("is")) {
                boolean negated = take("not");
                ExpressionNode is = ExpressionNode.of("is", left, primary());
                left = negated ? ExpressionNode.not(is) : is;
                continue;
            }
            boolean negated = take("not");
            ExpressionNode compared = rightSide(left);
            if (compared == null) {
                at = before;
                return left;
            }
            left = negated ? ExpressionNode.not(compared) : compared;
        }
        return left;
    }

    /** @return null if no comparison follows */
    private ExpressionNode rightSide(ExpressionNode left) {
        if (take("in")) {
            require("(");
            return ExpressionNode.in(left, list(")"));
        }
        if (take("between")) {
            ExpressionNode low = sum();
            require("and");
            return ExpressionNode.between(left, low, sum());
        }
        String operator = at < tokens.size() && tokens.get(at).kind() != Kind.NAME
                ? tokens.get(at).text().toLowerCase(Locale.ROOT)
                : "";
        if (!COMPARISONS.contains(operator) || tokens.get(at).kind() == Kind.STRING) {
            return null;
        }
        at++;
        return ExpressionNode.comparison(operator.equals("!=") ? "<>" : operator, left, sum());
    }

    private ExpressionNode sum() {
        ExpressionNode left = product();
        while (is("+") || is("-") || is("||") || is("->") || is("->>")) {
            left = ExpressionNode.of(next().text(), left, product());
        }
        return left;
    }

    private ExpressionNode product() {
        ExpressionNode left = sign();
        while (is("*") || is("/") || is("%")) {
            left = ExpressionNode.of(next().text(), left, sign());
        }
        return left;
    }

    private ExpressionNode sign() {
        if (take("-")) {
            return ExpressionNode.negative(sign());
        }
        ExpressionNode node = primary();
        while (take("::")) {
            node = ExpressionNode.cast(node, type());
        }
        return node;
    }

    private String type() {
        StringBuilder type = new StringBuilder(next().text().toLowerCase(Locale.ROOT));
        while (at < tokens.size()) {
            if (take("(")) {
                list(")");
            } else if (take("[")) {
                require("]");
            } else if (tokens.get(at).kind() == Kind.WORD
                    && PARTS_OF_TYPES.contains(tokens.get(at).text().toLowerCase(Locale.ROOT))) {
                type.append(' ').append(next().text().toLowerCase(Locale.ROOT));
            } else {
                break;
            }
        }
        return type.toString();
    }

    private List<ExpressionNode> list(String end) {
        List<ExpressionNode> values = new ArrayList<>();
        while (!take(end)) {
            if (!values.isEmpty()) {
                require(",");
            }
            values.add(or());
        }
        return values;
    }

    private ExpressionNode primary() {
        if (take("(")) {
            ExpressionNode inner = or();
            require(")");
            return inner;
        }
        SqlToken token = next();
        return switch (token.kind()) {
            case STRING -> ExpressionNode.string(token.text());
            case BITS -> ExpressionNode.leaf(token.text());
            case NUMBER ->
                ExpressionNode.number(token.text()).map(ExpressionNode::leaf).orElseThrow(NotUnderstoodException::new);
            case NAME -> name(token);
            case WORD -> word(token);
            case SIGN -> throw new NotUnderstoodException();
        };
    }

    private ExpressionNode word(SqlToken word) {
        String lower = word.text().toLowerCase(Locale.ROOT);
        if (lower.equals("case")) {
            return caseOf();
        }
        if (lower.equals("cast")) {
            return cast();
        }
        if (lower.equals("array") && take("[")) {
            return new ExpressionNode("array", list("]"));
        }
        if (kind.isMySqlLike() && (lower.equals("true") || lower.equals("false"))) {
            return ExpressionNode.leaf(lower.equals("true") ? "1" : "0");
        }
        if (at < tokens.size() && tokens.get(at).kind() == Kind.STRING) {
            return ExpressionNode.string(next().text()); // a literal of a type, such as date '2026-01-01'
        }
        if (WITHOUT_ARGUMENTS.contains(lower) && !is("(")) {
            return ExpressionNode.call(lower, List.of());
        }
        return name(word);
    }

    /** A name, with those of table and schema before it, or the call of a function. */
    private ExpressionNode name(SqlToken first) {
        SqlToken last = first;
        while (take(".")) {
            last = next();
        }
        if (take("(")) {
            return ExpressionNode.call(last.text(), list(")"));
        }
        return ExpressionNode.leaf(last.text().toLowerCase(Locale.ROOT));
    }

    private ExpressionNode cast() {
        require("(");
        ExpressionNode operand = or();
        require("as");
        int start = at;
        String type = type();
        StringBuilder words = new StringBuilder();
        tokens.subList(start, at).forEach(token -> words.append(' ').append(token.text().toLowerCase(Locale.ROOT)));
        require(")");
        return kind == CatalogKind.POSTGRESQL ? ExpressionNode.cast(operand, type)
                : ExpressionNode.of("cast as" + words, operand);
    }

    private ExpressionNode caseOf() {
        List<ExpressionNode> parts = new ArrayList<>();
        if (!is("when")) {
            parts.add(or());
        }
        while (take("when")) {
            ExpressionNode condition = or();
            require("then");
            parts.add(ExpressionNode.of("when", condition, or()));
        }
        if (take("else")) {
            parts.add(ExpressionNode.of("else", or()));
        }
        require("end");
        return new ExpressionNode("case", parts);
    }
}
