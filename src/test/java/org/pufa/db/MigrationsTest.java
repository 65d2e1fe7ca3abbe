package org.pufa.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.pufa.support.TestDatabase;

class MigrationsTest {

    @RegisterExtension
    static final TestDatabase database = TestDatabase.empty();

    @BeforeEach
    void emptyTheDatabase() {
        database.database().read(tx -> tx.update("drop table if exists note, flyway_schema_history")).await();
    }

    @Test
    void buildsTheSchemaOfAnEmptyDatabase() {
        Migrations.in("db/sample").apply(database.url());

        assertThat(columnsOfNote()).contains("body", "author");
        assertThat(history()).containsExactly(1, 2);
    }

    @Test
    void leavesACompleteSchemaAloneWithoutAskingFlyway() {
        Migrations.in("db/sample").apply(database.url());
        // Flyway would need to lock and read this table's every column
        database.database().read(tx -> tx.update("alter table flyway_schema_history drop column description")).await();

        Migrations.in("db/sample").apply(database.url());

        assertThat(history()).containsExactly(1, 2);
    }

    @Test
    void addsOnlyWhatIsNew() {
        Migrations.in("db/sample").apply(database.url());
        database.database().read(tx -> tx.update("insert into note (body) values ('kept')")).await();

        Migrations.in("db/sample_next").apply(database.url());

        assertThat(columnsOfNote()).contains("shelf");
        assertThat(history()).containsExactly(1, 2, 3);
        assertThat(list("select body from note")).containsExactly("kept");
    }

    @Test
    void refusesASchemaNewerThanTheProgram() {
        Migrations.in("db/sample_next").apply(database.url());

        assertThatThrownBy(() -> Migrations.in("db/sample").apply(database.url())).isInstanceOf(StartFailure.class)
                .hasMessageContaining("schema step 3").hasMessageContaining("only up to 2");
    }

    @Test
    void refusesAStepThatWasChangedAfterwards() {
        Migrations.in("db/sample").apply(database.url());
        database.database().read(tx -> tx.update(
                "update flyway_schema_history set checksum = 1 where version = '001'")).await();

        assertThatThrownBy(() -> Migrations.in("db/sample").apply(database.url())).isInstanceOf(StartFailure.class)
                .hasMessageContaining("checksum");
    }

    @Test
    void leavesNothingOfAStepThatFails() {
        assertThatThrownBy(() -> Migrations.in("db/sample_broken").apply(database.url()))
                .isInstanceOf(StartFailure.class).hasMessageContaining("no_such_table");

        assertThat(columnsOfNote()).contains("body").doesNotContain("half");
        assertThat(history()).containsExactly(1);
    }

    @Test
    void letsSeveralNodesStartAtOnce() throws Exception {
        var nodes = Executors.newFixedThreadPool(4);
        Callable<Void> start = () -> {
            Migrations.in("db/sample").apply(database.url());
            return null;
        };

        for (var node : nodes.invokeAll(Stream.generate(() -> start).limit(4).toList())) {
            node.get();
        }

        nodes.shutdown();
        assertThat(history()).containsExactly(1, 2);
    }

    private List<Integer> history() {
        return database.database().read(tx -> tx.list("""
                select version::int from flyway_schema_history where success order by 1""",
                row -> row.getInteger(0))).await();
    }

    private List<String> columnsOfNote() {
        return list("select column_name::text from information_schema.columns where table_name = 'note'");
    }

    private List<String> list(String sql) {
        return database.database().read(tx -> tx.list(sql, row -> row.getString(0))).await();
    }
}
