package io.quarkiverse.binds.blog.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;

class HomePageTest {

    @Test
    void allValuesAreEscaped() {
        String bad = "<script>\"'&";
        HomeResource.Home home = new HomeResource.Home(bad, List.of(new Endpoint(bad, bad, bad)),
                List.of(new HomeResource.BindView(bad, bad, bad, List.of(bad),
                        List.of(new HomeResource.Setting(bad, bad, bad)))));
        String html = HomePage.html(home);
        assertThat(html).doesNotContain("<script>").doesNotContain("\"'&");
        // title, endpoint (3), name, kind, URL and entity of the bind, setting (3)
        assertThat(html.split("&lt;script&gt;&quot;&#39;&amp;", -1)).hasSize(1 + 11);
    }

    @Test
    void bindWithoutUrlAndEntitiesIsShown() {
        HomeResource.Home home = new HomeResource.Home("blog", List.of(),
                List.of(new HomeResource.BindView("a", "mysql", null, List.of(), List.of())));
        assertThat(HomePage.html(home)).contains("<p>mysql, no URL</p>").contains("<p>Entities: none</p>");
    }
}
