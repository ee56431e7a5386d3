package io.quarkiverse.binds.test.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class TableNamesOnMySqlTest extends OnMySql {

    /** L14: generated names are in snake case, explicit ones unchanged. */
    @Test
    void generatedAndExplicitTableNamesKeepTheirCase() {
        assertThat(SERVER.query("select @@lower_case_table_names as n").get(0).get("n")).as("the server tells case apart")
                .hasToString("0");
        assertThat(SERVER.query("select table_name as name from information_schema.tables where table_schema = ?", notes()))
                .extracting(row -> row.get("name").toString())
                .contains("price_tag", "price_tag_old_prices", "price_tag_ListedPage", "ListedPage",
                        "ListedPage_search_terms", "PageColours", "TagsOfPages")
                .doesNotContain("catalog_page", "listed_page", "price_tag_oldPrices", "ListedPage_searchTerms");
    }
}
