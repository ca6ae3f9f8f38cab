package dev.sidetone.bridge.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sidetone.bridge.time.NanoClock;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A machine that is too slow to open or close a port in time is named as that, in words and without stack traces. */
class SlowStartTest {
    private static final long MOST_MS = 50;
    private static final long USUAL_MS = 60_000;

    private final CountDownLatch awake = new CountDownLatch(1);
    private final CompletableFuture<Thread> stands = new CompletableFuture<>();

    @Test
    void aStartThatIsGivenUpNamesTheMachineAndThePort() {
        try (SocketRuntime web = runtime(MOST_MS)) {
            assertThatThrownBy(() -> web.listen("127.0.0.1", 0, 1, new Standing()))
                    .isInstanceOf(SlowMachineException.class)
                    .hasMessage(
                            "this machine is too slow at the moment: a free port on 127.0.0.1 was not open within 1 s; "
                                    + "let other programs end, and start again");
            awake.countDown();
        }
    }

    @Test
    void whatAStartThatWasGivenUpStillDoesIsNotLogged() throws Exception {
        PrintStream before = System.err;
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
        try {
            try (SocketRuntime web = runtime(MOST_MS)) {
                assertThatThrownBy(() -> web.listen("127.0.0.1", 0, 1, new Standing()))
                        .isInstanceOf(IOException.class);
            }
            awake.countDown();
            Thread loop = stands.get(60, TimeUnit.SECONDS);
            loop.join(60_000);
            assertThat(loop.isAlive()).isFalse();
        } finally {
            System.setErr(before);
        }
        // What Netty itself logs of a loop that has ended is switched off where commands set their logs up.
        assertThat(err.toString(StandardCharsets.UTF_8)).doesNotContain("broke", "Promise already completed");
    }

    @Test
    void whatIsClosedAlreadyIsClosedAgainInSilence() throws IOException {
        SocketRuntime web = runtime(USUAL_MS);
        awake.countDown();
        SocketRuntime.Listening once = web.listen("127.0.0.1", 0, 1, new Standing());
        SocketRuntime.Listening withTheRest = web.listen("127.0.0.1", 0, 1, new Standing());
        once.close();
        assertThatCode(once::close).doesNotThrowAnyException();
        web.close();
        assertThatCode(withTheRest::close).doesNotThrowAnyException();
        assertThatCode(web::close).doesNotThrowAnyException();
    }

    @Test
    void anEndThatTakesLongThrowsNothing() throws Exception {
        SocketRuntime web = runtime(MOST_MS);
        CountDownLatch asleep = new CountDownLatch(1);
        web.loop().after(0, () -> {
            asleep.countDown();
            stand();
        });
        assertThat(asleep.await(60, TimeUnit.SECONDS)).isTrue();
        assertThatCode(web::close).doesNotThrowAnyException();
        awake.countDown();
    }

    @Test
    void aLoopThatStandsStillPrintsNoStackTrace() {
        assertThat(SocketRuntime.options()
                        .getWarningExceptionTimeUnit()
                        .toDays(SocketRuntime.options().getWarningExceptionTime()))
                .isGreaterThan(365);
    }

    private static SocketRuntime runtime(long mostMs) {
        return SocketRuntime.start(NanoClock.system(), AdmissionBudget.usual(), mostMs);
    }

    private void stand() {
        try {
            assertThat(awake.await(60, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Keeps the event loop that is to serve it. */
    private final class Standing implements RequestHandler {
        @Override
        public AdmissionBudget.Limit messageLimit() {
            stands.complete(Thread.currentThread());
            stand();
            return AdmissionBudget.Limit.MESSAGE_BYTES;
        }

        @Override
        public Response answer(Request request, EventLoop loop) {
            return Response.text(404, "");
        }

        @Override
        public Upgrade upgrade(Request request, EventLoop loop) {
            return new Upgrade.Refuse(404, "");
        }
    }
}
