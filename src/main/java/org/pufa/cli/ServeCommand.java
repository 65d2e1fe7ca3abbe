package org.pufa.cli;

import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.util.HashMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.pufa.App;
import org.pufa.Config;
import org.pufa.Setting;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Starts the platform and runs until it is told to stop. */
@Command(name = "serve", mixinStandardHelpOptions = true,
        description = "启动平台 · Start the platform; SIGTERM or Ctrl-C stops it.")
final class ServeCommand implements Callable<Integer> {

    private static final Logger LOG = LoggerFactory.getLogger(ServeCommand.class);

    @Option(names = "--no-samples", description = "leave an empty database empty, without the three ready campaigns")
    private boolean noSamples;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        var environment = new HashMap<>(System.getenv());
        if (noSamples) {
            environment.put(Setting.SAMPLES.variable(), "false");
        }
        var config = Config.from(environment);
        LOG.info("starting with {}", config);
        var app = App.start(config, Clock.systemUTC());
        var hook = new Thread(() -> {
            app.stop();
            // A stop that was asked for is a success; the virtual machine would say 143.
            Runtime.getRuntime().halt(PufaCommand.OK);
        }, "stop");
        Runtime.getRuntime().addShutdownHook(hook);
        greet(app);
        new CountDownLatch(1).await();
        return PufaCommand.OK;
    }

    private void greet(App app) {
        PrintWriter out = spec.commandLine().getOut();
        long started = System.currentTimeMillis() - ManagementFactory.getRuntimeMXBean().getStartTime();
        out.printf("%nPufa 普法 is ready (%.1f s after its process began).%n", started / 1000.0);
        out.println("  活动 Campaigns   " + app.url() + "/");
        out.println("  管理台 Console   " + app.url() + "/console");
        app.setupLink().ifPresent(link -> {
            out.println("  第一位管理员请打开（只能用一次） · The first administrator opens, once only:");
            out.println("    " + link);
        });
        out.println();
        out.flush();
    }
}
