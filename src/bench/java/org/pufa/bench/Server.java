package org.pufa.bench;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.json.JsonObject;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.pufa.Main;

/** The platform as it is always started, and in the same process what it is compared with. Takes orders as a child. */
public final class Server {

    private final HeapWatch heap = new HeapWatch();

    private Server() {
    }

    public static void main(String[] args) throws Exception {
        var server = new Server();
        var platform = new Thread(() -> Main.main(new String[] {"serve"}), "platform");
        platform.setDaemon(true);
        platform.start();
        var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            System.out.println("=" + server.run(new JsonObject(line)).encode());
        }
        System.exit(0);
    }

    private JsonObject run(JsonObject order) throws Exception {
        switch (order.getString("do")) {
            case "baselines" -> startBaselines(order.getString("database"), order.getInteger("port"),
                    order.getInteger("eventLoops"));
            case "heap" -> {
                return heap.json();
            }
            case "compiled" -> {
                return new JsonObject().put("ms",
                        ManagementFactory.getCompilationMXBean().getTotalCompilationTime());
            }
            default -> throw new IllegalArgumentException("no such order: " + order.encode());
        }
        return new JsonObject();
    }

    private static void startBaselines(String database, int port, int eventLoops) throws Exception {
        var vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(eventLoops)
                .setPreferNativeTransport(true));
        new Baselines(vertx, new PlainDesign(vertx, database)).start(port, eventLoops).await(20, TimeUnit.SECONDS);
    }
}
