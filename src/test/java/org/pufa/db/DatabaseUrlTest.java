package org.pufa.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.pgclient.SslMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.pufa.kernel.Secret;

class DatabaseUrlTest {

    @Test
    void readsEveryPart() {
        var url = DatabaseUrl.parse("postgresql://ana:s3cret@db.example.cn:6543/campaigns?sslmode=require");

        assertThat(url.host()).isEqualTo("db.example.cn");
        assertThat(url.port()).isEqualTo(6543);
        assertThat(url.database()).isEqualTo("campaigns");
        assertThat(url.user()).isEqualTo("ana");
        assertThat(url.password().value()).isEqualTo("s3cret");
        assertThat(url.sslMode()).isEqualTo(SslMode.REQUIRE);
    }

    @Test
    void fillsInWhatMayBeLeftOut() {
        var url = DatabaseUrl.parse("postgres://ana@");

        assertThat(url.host()).isEqualTo("localhost");
        assertThat(url.port()).isEqualTo(5432);
        assertThat(url.database()).isEqualTo("ana");
        assertThat(url.password().value()).isEmpty();
        assertThat(url.sslMode()).isEqualTo(SslMode.PREFER);
    }

    @Test
    void decodesSpecialCharactersAndToleratesThemInThePassword() {
        var url = DatabaseUrl.parse("postgres://a%40b:p%2Fq%25+@:x/y@[::1]:5433/%E6%99%AE%E6%B3%95");

        assertThat(url.user()).isEqualTo("a@b");
        assertThat(url.password().value()).isEqualTo("p/q%+@:x/y");
        assertThat(url.host()).isEqualTo("::1");
        assertThat(url.database()).isEqualTo("普法");
    }

    @Property(tries = 200)
    void whatItWritesItReadsAgain(
            @ForAll @CharRange(from = ' ', to = '\uD7FF') @StringLength(min = 1, max = 12) String user,
            @ForAll @CharRange(from = ' ', to = '\uD7FF') @StringLength(max = 12) String password,
            @ForAll @CharRange(from = ' ', to = '\uD7FF') @StringLength(min = 1, max = 12) String database) {
        var plain = DatabaseUrl.parse("postgresql://x@127.0.0.1:5432/x?sslmode=disable");
        var odd = new DatabaseUrl(plain.host(), plain.port(), database, user, new Secret(password),
                plain.sslMode(), plain.rootCertificate());

        assertThat(DatabaseUrl.parse(odd.text())).isEqualTo(odd);
    }

    @Test
    void tellsBothDriversTheSame() {
        var url = DatabaseUrl.parse("postgresql://ana:p%40ss@127.0.0.1:6543/campaigns?sslmode=disable");

        var jdbc = (PGSimpleDataSource) url.dataSource();
        var reactive = url.options();

        assertThat(jdbc.getServerNames()).containsExactly(reactive.getHost()).containsExactly("127.0.0.1");
        assertThat(jdbc.getPortNumbers()).containsExactly(reactive.getPort()).containsExactly(6543);
        assertThat(jdbc.getDatabaseName()).isEqualTo(reactive.getDatabase()).isEqualTo("campaigns");
        assertThat(jdbc.getUser()).isEqualTo(reactive.getUser()).isEqualTo("ana");
        assertThat(jdbc.getPassword()).isEqualTo(reactive.getPassword()).isEqualTo("p@ss");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "jdbc:postgresql://h/d", "mysql://ana:hidden@h/d", "postgresql://h:5432/d",
            "postgresql://ana:hidden@h:99999/d", "postgresql://ana:hidden%zz@h/d", "postgresql://ana:hidden@h1,h2/d",
            "postgresql://ana:hidden@h/d?sslmode=sometimes", "postgresql://ana:hidden@h/d?sslmode=verify-full",
            "postgresql://ana:hidden@h/d?options=-c"})
    void refusesWhatItCannotReadWithoutRepeatingThePassword(String url) {
        assertThatThrownBy(() -> DatabaseUrl.parse(url)).isInstanceOf(StartFailure.class)
                .hasMessageStartingWith("The database URL").hasMessageNotContaining("hidden");
    }

    @Test
    void printsWithoutUserAndPassword() {
        assertThat(DatabaseUrl.parse("postgresql://ana:hidden@h/d")).hasToString("h:5432/d");
    }
}
