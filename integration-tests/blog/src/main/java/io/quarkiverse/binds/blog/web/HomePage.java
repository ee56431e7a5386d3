package io.quarkiverse.binds.blog.web;

import java.util.List;

/** HTML page at {@code /}. All values are escaped. */
final class HomePage {

    private static final String HEAD = """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>Quarkus Binds: the blog</title>
            <link rel="icon" href="/icon.svg" type="image/svg+xml">
            <link rel="stylesheet" href="/blog.css">
            </head>
            <body>
            <nav class="bar" aria-label="Site"><a href="/posts.html">Posts</a></nav>
            """;

    private final StringBuilder html = new StringBuilder(HEAD);

    private HomePage() {
    }

    static String html(HomeResource.Home home) {
        HomePage page = new HomePage();
        page.element("h1", home.application());
        page.element("p", "Users live in one database, posts, comments and tags in another; and each blog"
                + " that is made at run time has one of its own. One block of application.properties says where.");
        page.element("h2", "Endpoints");
        page.table(List.of("Method", "Path", "Purpose"),
                home.endpoints().stream().map(e -> List.of(e.method(), e.path(), e.purpose())).toList());
        for (HomeResource.BindView bind : home.binds()) {
            page.element("h2", "Bind " + bind.name());
            page.element("p", bind.kind() + ", " + (bind.url() == null ? "no URL" : bind.url()));
            page.element("p", "Entities: " + (bind.entities().isEmpty() ? "none" : String.join(", ", bind.entities())));
            page.table(List.of("Setting", "Value", "Source"),
                    bind.settings().stream().map(s -> List.of(s.key(), s.value(), s.source())).toList());
        }
        return page.html.append("</body>\n</html>\n").toString();
    }

    private void table(List<String> heads, List<List<String>> rows) {
        html.append("<table>\n");
        row("th", heads);
        rows.forEach(cells -> row("td", cells));
        html.append("</table>\n");
    }

    private void row(String cell, List<String> texts) {
        html.append("<tr>");
        texts.forEach(text -> append(cell, text));
        html.append("</tr>\n");
    }

    private void element(String name, String text) {
        append(name, text);
        html.append('\n');
    }

    private void append(String name, String text) {
        html.append('<').append(name).append('>').append(escape(text)).append("</").append(name).append('>');
    }

    static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;").replace("'",
                "&#39;");
    }
}
