package org.pufa.support;

import io.vertx.sqlclient.Row;
import java.util.List;
import org.pufa.House;
import org.pufa.TestHouse;
import org.pufa.staff.Staff;

/** All doors of the platform as production puts them together, with the ready campaigns, on a free port. */
public final class StaffDoor implements AutoCloseable {

    private final TestDatabase tests;
    private final TestHouse house;

    public StaffDoor(TestDatabase tests) {
        this.tests = tests;
        this.house = new TestHouse(tests);
    }

    public String origin() {
        return house.origin();
    }

    /** What stands behind the doors. */
    public House house() {
        return house.house();
    }

    public Staff staff() {
        return house.staff();
    }

    /** Every route with a path of its own. */
    public List<String> mounted() {
        return house.mounted();
    }

    /** The first column of all rows. */
    public String[] strings(String sql) {
        return tests.database().read(tx -> tx.list(sql, (Row row) -> row.getString(0))).await().toArray(String[]::new);
    }

    public void update(String sql) {
        tests.database().inTx(tx -> tx.update(sql)).await();
    }

    /** Has what is only counted in memory written down. */
    public void flush() {
        house.house().views().flush().await();
    }

    @Override
    public void close() {
        house.close();
    }
}
