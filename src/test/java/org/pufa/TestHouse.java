package org.pufa;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.pufa.staff.Staff;
import org.pufa.support.Console;
import org.pufa.support.MemoryKeys;
import org.pufa.support.TestDatabase;

/** The whole platform on the database of a test, put together as {@link App} does, with the ready campaigns. */
public final class TestHouse implements AutoCloseable {

    private final House house;
    private final FrontDoor door;
    private final int port;

    public TestHouse(TestDatabase tests) {
        this(tests, Map.of(), Clock.systemUTC());
    }

    /** @param settings variables without their prefix */
    public TestHouse(TestDatabase tests, Map<String, String> settings, Clock clock) {
        var environment = new HashMap<String, String>(Map.of("PUFA_PORT", "0"));
        settings.forEach((name, value) -> environment.put("PUFA_" + name, value));
        var config = Config.from(environment);
        var random = new SecureRandom();
        house = new House(tests.vertx(), tests.database(), clock, random, config.secondPerson(),
                new MemoryKeys());
        door = new FrontDoor(config, FrontDoor.Workshop.of(config), house, clock, random, Console.KEY,
                new PrometheusMeterRegistry(PrometheusConfig.DEFAULT));
        door.prepare().await();
        new ReadyLaws(house).loadIfEmpty().await();
        new ReadyCampaigns(house).loadIfEmpty().await();
        new ReadyLessons(house).loadIfEmpty().await();
        house.campaigns().start().await();
        house.learnShelf().start().await();
        port = door.open().await();
    }

    public String origin() {
        return "http://127.0.0.1:" + port;
    }

    public House house() {
        return house;
    }

    public Staff staff() {
        return door.staff();
    }

    public List<String> mounted() {
        return door.mounted();
    }

    @Override
    public void close() {
        house.campaigns().stop().await();
        house.learnShelf().stop().await();
        door.close(Duration.ofSeconds(1)).await();
    }
}
