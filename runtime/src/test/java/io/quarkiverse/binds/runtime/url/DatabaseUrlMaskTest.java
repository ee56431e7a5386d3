package io.quarkiverse.binds.runtime.url;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;

import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Row B1: the password is never shown, even if the URL cannot be parsed. */
class DatabaseUrlMaskTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            mysql://u:s3cr3t@h/db                                | mysql://u:***@h/db
            mysql://u:s3cr3t@x@h/db                              | mysql://u:***@h/db
            mysql://u:s3cr3t/x?y#z@h/db                          | mysql://u:***@h/db
            mysql://u:a://s3cr3t@h/db                            | mysql://u:***@h/db
            mysql://u@h/db                                       | mysql://u@h/db
            mysql://h:3306/db                                    | mysql://h:3306/db
            mysql://a:1,b:2/db                                   | mysql://a:1,b:2/db
            mysql://[::1]:3306/db                                | mysql://[::1]:3306/db
            mysql://bob:s3cr3t                                   | mysql://bob:***
            mysql://bob:s3cr3t/db                                | mysql://bob:***
            mysql:///u:s3cr3t@h/db                               | mysql:///u:***@h/db
            u:s3cr3t@h/db                                        | u:***@h/db
            u:s3cr3t@mysql://h/db                                | u:***@mysql://h/db
            cannot open mysql://u:s3cr3t@h/db now                | cannot open mysql://u:***@h/db now
            jdbc:mysql://u1:s3cr3t@h1,u2:s3cr3t@h2/db            | jdbc:mysql://u1:***@h2/db
            jdbc:mysql://h/db?password=s3cr3t                    | jdbc:mysql://h/db?password=***
            jdbc:mysql://h/db?passwd=s3;cr3t&x=1                 | jdbc:mysql://h/db?passwd=***&x=1
            jdbc:mysql://h/db?PASSWORD = s3cr3t&x=1              | jdbc:mysql://h/db?PASSWORD =***&x=1
            jdbc:mysql://h/db?password1=s3cr3t&password2=s3cr3t  | jdbc:mysql://h/db?password1=***&password2=***
            jdbc:mysql://h:1/db?password=s3@cr3t&x=1             | jdbc:mysql://h:***&x=1
            mysql://u:p&password=s3cr3t@h/db                     | mysql://u:***
            jdbc:h2:mem:x;PASSWORD=s3\\;cr3t;MODE=MySQL          | jdbc:h2:mem:x;PASSWORD=***;MODE=MySQL
            jdbc:sqlserver://h;password={s3;cr3t}                | jdbc:sqlserver://h;password=***
            jdbc:oracle:thin:u/s3@cr3t@h:1521:x                  | jdbc:oracle:thin:u/***@h:1521:x
            jdbc:oracle:thin:u/s3cr3t                            | jdbc:oracle:thin:u/***
            sslpassword=s3cr3t                                   | sslpassword=***
            password=                                            | password=
            hello                                                | hello
            ``                                                   | ``
            """)
    void b1_passwordIsMasked(String text, String masked) {
        assertThat(DatabaseUrl.mask(text)).isEqualTo(masked);
    }

    @Test
    void b1_maskingNeverThrows() {
        assertThat(DatabaseUrl.mask(null)).isEmpty();
        String alphabet = "jdbc:mysql://@?&;=()[]{},password%\\ \n";
        Random random = new Random(21);
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int n = random.nextInt(40); n > 0; n--) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            assertThat(DatabaseUrl.mask(text.toString())).isNotNull();
            DatabaseUrl.kindOf(text.toString());
        }
    }

    /** An untrusted URL must take no more than linear time. */
    @Test
    void b1_maskingTakesLinearTime() {
        for (String part : new String[] { "password", "=", "a=", "password=", ";password=\\;", "://", ":", "@", "[", " " }) {
            String text = part.repeat(200_000 / part.length());
            Assertions.assertTimeout(Duration.ofSeconds(2), () -> DatabaseUrl.mask(text), part);
            Assertions.assertTimeout(Duration.ofSeconds(2), () -> DatabaseUrl.mask("mysql://" + text), part);
        }
    }
}
