package io.quarkiverse.binds.runtime.catalog;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The form in which expressions of a kind of database are compared, so that what the server rewrites makes no difference:
 * parentheses, quotes and case of names, the character set of strings, white space, casts of PostgreSQL, {@code between} and
 * {@code in}.
 */
public final class ExpressionText {

    private ExpressionText() {
    }

    /** Writes an expression in the form of the comparison; one that is not understood, with single blanks only. */
    public static String canonical(String expression, CatalogKind kind) {
        List<SqlToken> tokens = SqlToken.split(expression, kind);
        Optional<ExpressionNode> parsed = ExpressionParser.parse(tokens, kind);
        return parsed.map(ExpressionNode::toString).orElseGet(() -> tokens.stream()
                .map(token -> token.kind() == SqlToken.Kind.STRING ? "'" + token.text() + "'"
                        : token.text().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(" ")));
    }

    /** Whether two expressions are the same by their texts; null is no expression, as is the default {@code NULL}. */
    public static boolean same(String one, String other, CatalogKind kind) {
        String first = ofDefault(one, kind);
        String second = ofDefault(other, kind);
        return first.equals(second) || isLiteral(first) && isLiteral(second) && value(first).equals(value(second));
    }

    private static String ofDefault(String expression, CatalogKind kind) {
        String canonical = expression == null ? "" : canonical(expression, kind);
        return canonical.equals("null") ? "" : canonical;
    }

    /** The server turns the literal of a default into one of the type of its column. */
    private static boolean isLiteral(String canonical) {
        return canonical.matches("'[^']*'|-?[0-9.]+|true|false|b'[01]*'");
    }

    private static String value(String literal) {
        String text = literal.startsWith("b'") ? String.valueOf(bits(literal)) : literal.replace("'", "");
        text = switch (text.toLowerCase(Locale.ROOT)) {
            case "true" -> "1";
            case "false" -> "0";
            default -> text;
        };
        return ExpressionNode.number(text).orElse(text);
    }

    private static BigDecimal bits(String literal) {
        String digits = literal.substring(2, literal.length() - 1);
        return digits.isEmpty() ? BigDecimal.ZERO : new BigDecimal(new BigInteger(digits, 2));
    }
}
