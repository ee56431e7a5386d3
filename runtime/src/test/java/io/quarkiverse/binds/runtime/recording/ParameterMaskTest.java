package io.quarkiverse.binds.runtime.recording;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A value of a masked column is found in each kind of statement; in case of doubt more is masked, never less. */
class ParameterMaskTest {

    private final ParameterMask mask = new ParameterMask(List.of("password", " TOKEN "), Set.of("accountnumber"));

    /** The parameters 1, 2, 3 and so on, with a star for those that are masked. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '$', value = {
            "insert into user (name,password_hash,id) values (?,?,?)|1 * 3",
            "insert into user (name,password) values (?,?),(?,?)|1 * 3 *",
            "insert into user (name,`api Token`) values (lower(?),?)|1 *",
            "insert into user (id,password) values (next(?,?),?) on duplicate key update name=?,password=?|1 2 * 4 *",
            "insert into user (name,password) select name,? from old where id=?|* *",
            "insert into user values (?,?,'password')|1 2",
            "insert into user set name=?,password=?,age=?|1 * 3",
            "merge into user (id,password) key (id) values (?,?)|1 *",
            "update user set name=?,password=?,age=? where id=?|1 * 3 4",
            "update user set \"Password\"=? where id=? and name=?|* 2 3",
            "update user set password=encrypt(?,?),name=? where id=?|* * 3 4",
            "select u.id,u.password from user u where u.id=? limit ?|1 2",
            "select * from user where name=? and password=? order by password limit ?,?|1 * 3 4",
            "select * from user where password in (?,?,?) and id in (?,?)|* * * 4 5",
            "select * from user where password in (?,lower(?)) or id=?|* * 3",
            "select * from user where password between ? and ? and id=?|* * 3",
            "select * from user where ?=password and id=?|* 2",
            "select * from user where lower(?)=lower(password) and id=?|* 2",
            "select * from user where coalesce(?,password)=?|* *",
            "select * from user where (name,password)=(?,?)|* *",
            "select * from user where name='password = ?' and id=? -- password ?|1",
            "select * from user /* password */ where name like ? escape ''|1",
            "select * from token t where t.id=?|1",
            "delete from access where token=? or id=?|* 2",
            "call login(?,?)|1 2",
            "insert into payment (id,Account_Number,number) values (?,?,?)|1 * 3",
            "update payment p set p.`payer_accountNumber`=? where p.account=? and p.number=?|* 2 3",
            "select case when password=? then ? else ? end from user where id=?|* * * 4" })
    void valuesOfMaskedColumnsAreMasked(String sql, String expected) {
        List<Object> values = new ArrayList<>();
        for (int i = 1; i <= expected.split(" ").length; i++) {
            values.add(String.valueOf(i));
        }
        assertThat(mask.apply(sql, values)).isEqualTo(Arrays.stream(expected.split(" "))
                .map(value -> value.equals("*") ? "***" : value).toList());
        assertThat(mask.apply(sql, values)).as("again").hasSameSizeAs(values);
    }

    /** As in a statement with a comment that the scanner misreads. */
    @Test
    void valueWithoutAPlaceholderIsMasked() {
        assertThat(mask.apply("update user set password = '", List.of("1", "2"))).containsExactly("***", "***");
    }

    @Test
    void nullOfOtherColumnsIsKept() {
        assertThat(mask.apply("update user set name=?,password=?", Arrays.asList(null, null))).containsExactly(null, "***");
    }

    @Test
    void withoutWordsNothingIsMasked() {
        assertThat(new ParameterMask(List.of(), Set.of()).apply("update user set password=?", List.of("1")))
                .containsExactly("1");
    }
}
