package io.quarkiverse.binds.test.devui;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openqa.selenium.Keys;

import io.quarkus.test.QuarkusDevModeTest;
import io.restassured.path.json.JsonPath;

/**
 * Pages of the Dev UI in a browser, and tools of the Dev MCP, on real databases. There is no packaged form: nothing of it is in
 * a packaged application.
 */
class DevUITest {

    private static final String OVERVIEW = "qwc-binds-list";
    private static final String DATABASES = "qwc-binds-databases";
    private static final String UNITS = "qwc-binds-units";
    private static final String MODEL = "qwc-binds-model";

    @RegisterExtension
    static final QuarkusDevModeTest test = Library.application();

    @BeforeAll
    static void createDatabase() {
        Library.createDatabase();
    }

    @AfterAll
    static void dropDatabase() {
        Library.dropDatabase();
    }

    /** The tools say what the pages show, without a password, and change nothing unless they are enabled. */
    @Test
    void toolsOfTheDevMcpAnswerWithoutSecrets() throws IOException {
        post("/library/authors?name=Ada&books=3");
        post("/library/todos?tenant=acme&title=write");
        String tools = withDevMcp(() -> mcp("tools/list", "{}"));
        assertThat(JsonPath.from(tools).getList("result.tools.name", String.class))
                .contains("quarkus-binds_binds", "quarkus-binds_pools", "quarkus-binds_pingBind", "quarkus-binds_databases",
                        "quarkus-binds_unitsOfWork", "quarkus-binds_unitOfWork", "quarkus-binds_difference")
                .doesNotContain("quarkus-binds_disposeBind", "quarkus-binds_closeDatabase", "quarkus-binds_writeMigration");
        assertThat(
                JsonPath.from(tools).getList("result.tools.findAll { it.name.startsWith('quarkus-binds') && !it.description }"))
                .isEmpty();

        JsonPath binds = tool("binds", "{}");
        assertThat(binds.getList("name", String.class)).containsExactly("<default>", "orders", "stock", "tenants");
        assertThat(binds.getString("find { it.name == '<default>' }.entities.find { it.name.endsWith('Book') }.tables[0]"))
                .isEqualTo("book");
        assertThat(binds.getString("find { it.name == 'orders' }.url")).isEqualTo("mysql://sales:***@127.0.0.1:1/sales");
        assertThat(binds.getString("find { it.name == 'stock' }.settings.find { it.key == 'pool.timeout' }.source"))
                .isEqualTo("bind");
        assertThat(tool("pools", "{}").getInt("find { it.bind == '<default>' }.stats.idle")).isPositive();

        assertThat(tool("pingBind", "{\"bind\": \"stock\"}").getBoolean("ok")).isTrue();
        JsonPath ping = tool("pingBind", "{\"bind\": \"orders\"}");
        assertThat(ping.getBoolean("ok")).isFalse();
        assertThat(ping.getString("message")).contains("orders", "127.0.0.1:1");
        assertThat(tool("databases", "{}").getString("[0].databases[0].key")).isEqualTo("acme");

        JsonPath units = tool("unitsOfWork", "{}");
        assertThat(units.getString("[0].outcome")).isEqualTo("COMMITTED");
        assertThat(units.getList("[0].binds")).containsExactly("bind 'tenants', database 'acme'");
        assertThat(units.getString("[1].name")).isEqualTo("POST /library/authors");
        assertThat(units.getInt("[1].queries")).isGreaterThanOrEqualTo(4);
        for (int i = 0; i < 2; i++) {
            JsonPath unit = tool("unitOfWork", "{\"id\": " + units.getLong("[" + i + "].id") + "}");
            assertThat(unit.getList("queries.statement", String.class)).anyMatch(sql -> sql.startsWith("insert into"));
            assertThat(unit.prettify()).as("a sensitive attribute").doesNotContain("Ada\"").contains(i == 0 ? "write" : "***");
            assertThat(errors(unit.getString("test"))).as(unit.getString("test")).isEmpty();
        }

        JsonPath difference = tool("difference", "{\"bind\": \"stock\", \"key\": \"\"}");
        assertThat(difference.getString("sql")).contains("create table `item`");
        JsonPath unreachable = tool("difference", "{\"bind\": \"orders\", \"key\": \"\"}");
        assertThat(unreachable.getString("problem")).contains("orders");
        assertThat(tool("difference", "{\"bind\": \"tenants\", \"key\": \"acme\"}").getBoolean("clean")).isTrue();
        assertThat(mcp("tools/call", "{\"name\": \"quarkus-binds_disposeBind\", \"arguments\": {\"bind\": \"stock\"}}"))
                .contains("not enabled");
    }

    /** Each page shows what happens, and its actions answer where they are. */
    @Test
    @EnabledIf("io.quarkiverse.binds.test.databases.Chromium#isThere")
    void pagesShowWhatHappensAndItsCauses() throws IOException {
        deleteScripts();
        try (DevUIBrowser browser = new DevUIBrowser()) {
            for (String name : List.of("Ada", "Bob", "Cy", "Di")) {
                post("/library/authors?books=2&name=" + name);
            }
            post("/library/todos?title=write&tenant=acme");
            post("/library/todos?title=read&tenant=globex");
            overview(browser);
            databases(browser);
            unitsOfWork(browser);
            model(browser);
        }
    }

    private static void overview(DevUIBrowser browser) {
        browser.open("overview", OVERVIEW);
        String bind = "[data-bind='<default>']";
        browser.awaitPart(bind, Author.class.getName());
        assertThat(browser.text(bind)).contains("author", "h2:mem:library");
        browser.tabTo("vaadin-button[aria-label='Ping the server of Default bind']");
        browser.press(Keys.ENTER);
        browser.awaitPart(bind + " [role=status]", "The server of the default bind has answered within");

        browser.click("[data-bind=orders] vaadin-button");
        browser.awaitPart("[data-bind=orders] [role=status]", "127.0.0.1:1");
        assertThat((String) browser.run("return page.textContent")).contains("sales:***@").doesNotContain(Library.SECRET);
        browser.click("[data-bind=stock] vaadin-button:nth-of-type(2)");
        browser.awaitPart("[data-bind=stock] [role=status]", "are closed");
        browser.click(bind + " details:last-of-type summary");
        browser.awaitPart(bind, "pool.max-overflow");

        String pool = bind + " .pool";
        browser.click(bind + " vaadin-button:nth-of-type(2)");
        browser.await("the empty pool", () -> label(browser, pool).startsWith("0 connections in use, 0 idle"));
        post("/library/authors?books=0&name=Ed");
        browser.await("the pool as it is", () -> label(browser, pool).startsWith("0 connections in use, 1 idle"));
        review(browser, "overview");
    }

    private static String label(DevUIBrowser browser, String css) {
        return browser.find(css).getAttribute("aria-label").replaceAll("\\s+", " ");
    }

    private static void databases(DevUIBrowser browser) {
        browser.open("databases-on-the-fly", DATABASES);
        browser.awaitPart("[data-bind=tenants]", "2 of 50");
        browser.awaitPart("[data-database=acme]", "last used");
        browser.click("[data-database=acme] vaadin-button");
        browser.awaitPart("[data-database=acme] [role=status]", "has answered within");
        review(browser, "databases-on-the-fly");
        browser.click("[data-database=globex] vaadin-button:nth-of-type(3)");
        browser.awaitPart("[data-result=tenants]", "Database 'globex' is closed");
        browser.await("one database", () -> browser.find("[data-database=globex]") == null);
        browser.awaitPart("[data-bind=tenants]", "1 of 50");
    }

    private static void unitsOfWork(DevUIBrowser browser) {
        browser.open("units-of-work", UNITS);
        counts(); // loads what only the first request does
        browser.click("vaadin-button");
        browser.awaitPart("[data-result=list]", "The list was cleared");
        counts();
        post("/library/forgotten?name=Nobody");
        browser.awaitPart("[data-unit]", "POST /library/forgotten");
        assertThat(browser.text("[data-unit]")).contains("nothing committed", "changes not committed", "the default bind");
        assertThat(browser.text("[data-unit] + [data-unit]")).contains("GET /library/counts").doesNotContain("not committed");

        browser.tabTo("[data-unit] + [data-unit] summary");
        browser.press(Keys.ENTER);
        String details = "[data-unit] + [data-unit]";
        browser.awaitPart(details, "Copy as test");
        browser.awaitPart(details, "from author");
        assertThat(browser.text(details)).contains("n+1: sent 5 times, loads Author.books", "n+1: a statement 5 times",
                "6 statements",
                "LibraryResource.numbersOfBooks(LibraryResource.java:", "parameters 1");
        List<?> begins = (List<?>) browser
                .run("return [...page.querySelectorAll('[data-unit][open] .bar')].map(e => e.offsetLeft)");
        assertThat(begins).hasSize(6).isSortedAccordingTo(Comparator.comparing(left -> ((Number) left).intValue()))
                .doesNotHaveDuplicates();
        assertThat((String) browser.run("return page.querySelectorAll('[data-unit]')[1].querySelector('pre').textContent"))
                .contains("@QuarkusTest", "given().request(\"GET\", \"/library/counts\").then().statusCode(lessThan(400));");
        browser.click("[data-unit][open] vaadin-button");
        browser.awaitPart("[data-unit][open] [role=status]", "Copied");
        review(browser, "units-of-work");
    }

    private static void model(DevUIBrowser browser) throws IOException {
        browser.open("model-and-database", MODEL);
        String stock = "[data-place='stock/']";
        browser.awaitPart("[data-place='tenants/acme']", "not compared yet");
        browser.click(stock + " vaadin-button");
        browser.awaitPart(stock, "create table `item`");
        assertThat(browser.text(stock + " [data-state]")).isEqualTo("2 changes");
        review(browser, "model-and-database");

        browser.click(stock + " vaadin-button[theme~=primary]");
        browser.awaitPart(stock + " [role=status][data-result]", "The migration needs a message");
        browser.click(stock + " vaadin-text-field");
        browser.press("create items");
        browser.press(Keys.ENTER);
        browser.awaitPart(stock + " [role=status][data-result]", "Written: ");
        try (Stream<Path> written = Files.walk(Library.SCRIPTS.resolve("stock"))) {
            Path script = written.filter(file -> file.getFileName().toString().matches("V.*create_items\\.sql")).findFirst()
                    .orElseThrow();
            assertThat(Files.readString(script)).contains("create table `item`");
        }

        test.modifySourceFile(Author.class,
                text -> text.replace("public String name;", "public String name;\n    public int born;"));
        given().get("http://127.0.0.1:" + Library.PORT + "/library/counts").then().statusCode(500); // the column is missing
        browser.awaitPart("[data-place='<default>/'] [data-state]", "not compared yet");
        browser.click("[data-place='<default>/'] vaadin-button");
        browser.awaitPart("[data-place='<default>/']", "add column author.born");
    }

    /** Looks at the page in both themes and on a phone: nothing is cut off or pale. */
    private static void review(DevUIBrowser browser, String name) {
        for (String theme : List.of("light", "dark")) {
            for (int width : new int[] { 1280, 400 }) {
                browser.show(theme, width);
                String situation = name + ", " + theme + ", " + width;
                assertThat(browser.overflowing()).as(situation).isEmpty();
                assertThat(browser.pale()).as(situation).isEmpty();
                browser.screenshot(name + "-" + theme + "-" + width);
            }
        }
        browser.show("light", 1280);
    }

    private static void deleteScripts() throws IOException {
        if (Files.exists(Library.SCRIPTS)) {
            try (Stream<Path> files = Files.walk(Library.SCRIPTS)) {
                files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
            }
        }
    }

    private static void counts() {
        given().get("http://127.0.0.1:" + Library.PORT + "/library/counts").then().statusCode(200);
    }

    private static void post(String path) {
        given().post("http://127.0.0.1:" + Library.PORT + path).then().statusCode(204);
    }

    /** The Dev MCP reads in the home directory at its first use whether it is on; that of the developer stays as it is. */
    private static String withDevMcp(Supplier<String> firstUse) throws IOException {
        Path home = Path.of("target", "home").toAbsolutePath();
        Files.createDirectories(home.resolve(".quarkus"));
        Files.writeString(home.resolve(".quarkus/dev-mcp.properties"), "enabled=true\n");
        String before = System.setProperty("user.home", home.toString());
        try {
            return firstUse.get();
        } finally {
            System.setProperty("user.home", before);
        }
    }

    /** Compiles a class, and returns the errors. */
    private static List<String> errors(String source) throws IOException {
        Matcher name = Pattern.compile("class (\\w+)").matcher(source);
        assertThat(name.find()).isTrue();
        Path folder = Files.createDirectories(Path.of("target", "copied-tests"));
        Path file = Files.writeString(folder.resolve(name.group(1) + ".java"), source);
        StringWriter errors = new StringWriter();
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        compiler.getTask(errors, null, null, List.of("-proc:none", "-d", folder.toString(), "-cp",
                System.getProperty("java.class.path")), null,
                compiler.getStandardFileManager(null, null, null).getJavaFileObjects(file)).call();
        return errors.toString().lines().toList();
    }

    /** Calls a tool and returns its answer, which must not contain the password. */
    private static JsonPath tool(String name, String arguments) {
        String answer = mcp("tools/call", "{\"name\": \"quarkus-binds_" + name + "\", \"arguments\": " + arguments + "}");
        assertThat(answer).doesNotContain(Library.SECRET);
        return JsonPath.from(JsonPath.from(answer).getString("result.content[0].text"));
    }

    private static String mcp(String method, String parameters) {
        return given().contentType("application/json")
                .body("{\"jsonrpc\": \"2.0\", \"id\": 1, \"method\": \"" + method + "\", \"params\": " + parameters + "}")
                .post("http://127.0.0.1:" + Library.PORT + "/q/dev-mcp").then().statusCode(200).extract().asString();
    }
}
