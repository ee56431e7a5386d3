package io.quarkiverse.binds.test.observability;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.quarkiverse.binds.Binds;
import io.quarkiverse.binds.Databases;
import io.quarkiverse.binds.Db;
import io.quarkiverse.binds.RecordedQueries;
import io.quarkiverse.binds.RecordedQuery;
import io.quarkiverse.binds.test.support.FailureTexts;

/** Work with secrets that fails in every way, and the log of the application. */
@jakarta.ws.rs.Path("/secrets")
public class SecretsResource {

    @Inject
    Db db;

    @Inject
    Databases databases;

    @Inject
    Binds binds;

    @Inject
    RecordedQueries queries;

    @ConfigProperty(name = "quarkus.log.file.path")
    String log;

    /**
     * Secrets, which are in the body of a request: logs and spans of Quarkus have its query.
     *
     * @param parameter a secret value of a row
     * @param url of a database that refuses the password in it
     */
    public record Secrets(String parameter, String url) {
    }

    /** Stores a row. */
    @POST
    @jakarta.ws.rs.Path("row")
    public void store(Secrets secrets) {
        Item item = new Item();
        item.name = secrets.parameter();
        db.add(item);
        db.commit();
    }

    /** Sends statements with the secret that are recorded, slow, and logged. @return those that were recorded */
    @POST
    @jakarta.ws.rs.Path("statements")
    public List<RecordedQuery> statements(Secrets secrets) {
        Account account = new Account();
        account.iban = new Iban(secrets.parameter());
        db.add(account);
        db.flush();
        db.bind("<default>").sql("select id from account where iban = ? and sleep(0.3) = 0 limit 1", secrets.parameter())
                .list(Long.class);
        databases.run("secret_echo", () -> db.bind("tenants").sql("select ? as echoed", secrets.parameter()).one(String.class));
        return queries.list();
    }

    /** Stores two rows with the same secret in a column that must not have it twice. @return all texts of the exception */
    @POST
    @jakarta.ws.rs.Path("duplicate")
    public String duplicate(Secrets secrets) {
        try {
            addTwice(secrets.parameter());
            return "no failure";
        } catch (RuntimeException e) {
            return FailureTexts.all(e);
        }
    }

    /** The same, for the page of the error. */
    @POST
    @jakarta.ws.rs.Path("duplicate-page")
    public void duplicatePage(Secrets secrets) {
        addTwice(secrets.parameter());
    }

    private void addTwice(String parameter) {
        for (int i = 0; i < 2; i++) {
            Account account = new Account();
            account.taxNumber = parameter;
            db.add(account);
        }
        db.flush();
    }

    /** @return the texts of all exceptions */
    @POST
    public List<String> fail(Secrets secrets) {
        String parameter = secrets.parameter();
        List<String> texts = new ArrayList<>();
        texts.add(failure(() -> db.bind("stock").sql("select * from nowhere where name = ?", parameter).one(String.class)));
        texts.add(failure(() -> db.run(() -> {
            Item item = new Item();
            item.name = parameter.repeat(50); // longer than the column
            db.add(item);
            db.commit();
        })));
        texts.add(failure(() -> databases.open("refused", secrets.url())));
        texts.add(failure(() -> db.bind("remote").ping()));
        return texts;
    }

    private static String failure(Runnable work) {
        try {
            work.run();
            return "no failure";
        } catch (RuntimeException e) {
            return FailureTexts.of(e);
        }
    }

    /** Fails with the secret in a statement, for the page of the error. */
    @POST
    @jakarta.ws.rs.Path("page")
    public String page(Secrets secrets) {
        return db.bind("stock").sql("select * from nowhere where name = ?", secrets.parameter()).one(String.class);
    }

    /** The settings of all binds. */
    @GET
    @jakarta.ws.rs.Path("binds")
    public String binds() {
        return binds.list().toString();
    }

    @GET
    @jakarta.ws.rs.Path("log")
    public String log() throws IOException {
        return Files.readString(Path.of(log));
    }
}
