package org.pufa.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import java.net.BindException;
import java.net.ConnectException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class WebServerTest {

    @Test
    void stoppingLetsARunningRequestFinishAndTakesNoNewOne() throws Exception {
        try (var web = new WebFixture()) {
            var inside = new CountDownLatch(1);
            Promise<View> answer = Promise.promise();
            web.start(router -> router.get("/slow").handler(web.pages.page(request -> {
                inside.countDown();
                return answer.future();
            })));
            var running = CompletableFuture.supplyAsync(() -> web.get("/slow"));
            assertThat(inside.await(5, TimeUnit.SECONDS)).isTrue();

            var stopped = web.server().stop(Duration.ofSeconds(5));
            assertThat(stopped.isComplete()).isFalse();
            answer.complete(View.bytes("text/plain; charset=utf-8", Buffer.buffer("done")));

            assertThat(running.get(5, TimeUnit.SECONDS).body()).isEqualTo("done");
            stopped.await(5, TimeUnit.SECONDS);
            assertThatThrownBy(() -> web.get("/slow")).hasCauseInstanceOf(ConnectException.class);
        }
    }

    @Test
    void aPortThatIsTakenIsSaidAtOnce() {
        try (var first = new WebFixture().start(router -> { }); var second = new WebFixture().start(router -> { })) {
            assertThatThrownBy(() -> second.server().start("127.0.0.1", first.port(), 1).await())
                    .isInstanceOf(BindException.class);
        }
    }

    @Test
    void severalEventLoopsShareOnePort() {
        try (var web = new WebFixture().start(router -> { })) {
            int free = web.port();
            web.server().stop(Duration.ZERO).await();

            assertThat(web.server().start("127.0.0.1", free, 2).await()).isEqualTo(free);
            assertThat(web.get("/robots.txt").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void cleartextHttp2IsNotSpoken() {
        try (var web = new WebFixture().start(router -> { })) {
            assertThat(RawHttp.exchange(web.port(), "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n")).contains(" 501 ");
        }
    }
}
