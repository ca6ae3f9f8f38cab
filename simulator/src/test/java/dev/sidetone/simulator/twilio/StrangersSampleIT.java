package dev.sidetone.simulator.twilio;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.sidetone.bridge.time.NanoClock;
import dev.sidetone.bridge.time.Park;
import dev.sidetone.simulator.caller.Caller;
import dev.sidetone.simulator.caller.Callers;
import dev.sidetone.simulator.findings.Checks;
import dev.sidetone.simulator.line.net.OriginMapping;
import dev.sidetone.simulator.line.net.StreamOrigin;
import dev.sidetone.simulator.realtime.ReliableRun;
import dev.sidetone.simulator.timeline.CallResult;
import dev.sidetone.simulator.timeline.CallTimeline;
import dev.sidetone.simulator.timeline.Severity;
import dev.sidetone.simulator.timeline.Spool;
import dev.sidetone.simulator.timeline.TimelinePump;
import dev.sidetone.simulator.twilio.plan.CallPlan;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Calls to a stranger's server in the shape of Twilio's samples: it speaks before its stream, and goes wrong in every way. */
// Its calls last longest: begun first, they do not run on when all others are over.
@Order(1)
class StrangersSampleIT {
    private static final byte[] WORDS = new byte[8_000];

    static {
        Arrays.fill(WORDS, (byte) 0x21);
    }

    @BeforeAll
    static void pythonIsHere() {
        assumeTrue(StrangersServer.canRun(), "the stranger's server needs python3, which is not installed");
    }

    @Test
    void whatIsAskedOverItsStreamIsAnswered() throws Exception {
        CallResult call = ReliableRun.of(
                () -> {
                    try (StrangersServer server = StrangersServer.sample("talk")) {
                        return call(server, Callers.awaitingStream(twoQuestions()));
                    }
                },
                ReliableRun::isReliable);

        assertThat(call.call().clock()).isEqualTo("stream");
        assertThat(call.call().answeredAtMs()).isLessThan(-2_900);
        assertThat(call.turns()).hasSize(2);
        if (ReliableRun.isReliable(call)) {
            assertThat(call.turns())
                    .allSatisfy(turn -> assertThat(turn.ttfaMs()).isNotNull());
            assertThat(CheckedLine.codes(call)).isEmpty();
        }
    }

    @Test
    void aServerThatSendsTheCallerBackIsNamed() throws Exception {
        try (StrangersServer server = StrangersServer.sample("echo")) {
            CallResult call = call(server, Callers.awaitingStream(twoQuestions()));

            assertThat(call.findings())
                    .filteredOn(found -> found.code().contains("echo"))
                    .extracting(found -> found.code() + " " + found.severity().word())
                    .containsExactly("server-echo info");
            assertThat(CheckedLine.codes(call)).doesNotContain("no-clear-on-barge-in");
        }
    }

    @Test
    void aOneWayCallIsACall() throws Exception {
        try (StrangersServer server = StrangersServer.sample("one-way")) {
            CallResult call = call(server, twoQuestions());

            assertThat(call.call().clock()).isEqualTo("answer");
            double lastedMs = Objects.requireNonNull(call.call().durationMs());
            assertThat(lastedMs).as("what the TwiML plays").isBetween(2_500.0, 60_000.0);
            assertThat(requireNonNull(call.line()).framesSent())
                    .isGreaterThan(100)
                    .isGreaterThanOrEqualTo(server.next("closed").get("frames").asInt());
            assertThat(call.turns())
                    .allSatisfy(turn -> assertThat(turn.callerEndAtMs()).isBetween(0.0, lastedMs));
            assertThat(errorsAndWarnings(call)).containsExactly("one-way-stream warning");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "say,    stream-never-came error",
        "refuse, 31920 error",
    })
    void aCallWithoutAStreamCountsFromItsAnswer(String manner, String finding) throws Exception {
        try (StrangersServer server = StrangersServer.sample(manner)) {
            CallResult call = call(server, Callers.awaitingStream(twoQuestions()));

            assertThat(call.call().clock()).isEqualTo("answer");
            assertThat(call.call().durationMs()).isBetween(900.0, 60_000.0);
            assertThat(call.turns()).isEmpty();
            assertThat(errorsAndWarnings(call)).containsExactly(finding);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "silent,          silent-agent",
        "mute,            silent-agent",
        "deaf,            one-way-stream",
        "close=1000@1,    server-crashed",
        "close=1005@1,    server-crashed",
        "close=1011@1,    31921",
        "close=1000@3500, server-closed-early",
        "close=1005@3500, server-closed-early",
        "close=1001@3500, 31921",
        "close=1011@3500, 31921",
        "close=4000@3500, 31921",
    })
    void aServerThatIsOfNoUseDoesNotPass(String manner, String code) throws Exception {
        try (StrangersServer server = StrangersServer.sample(manner)) {
            CallResult call = call(server, Callers.awaitingStream(twoQuestions()));

            assertThat(errorsAndWarnings(call))
                    .filteredOn(found -> found.endsWith(" error"))
                    .containsExactly(code + " error");
        }
    }

    private static Caller twoQuestions() {
        return Callers.recorded(List.of(Callers.voice("ask-opening-hours"), Callers.voice("book-a-table")), 700);
    }

    private static CallResult call(StrangersServer server, Caller caller) throws Exception {
        NanoClock clock = NanoClock.system();
        CallTimeline timeline = new CallTimeline("test", Spool.NONE, Checks.forOneCall());
        TimelinePump pump = new TimelinePump(timeline, clock, Park::forNs);
        Thread pumping = new Thread(pump, "timeline");
        pumping.start();
        try (FakeTwilio line = new FakeTwilio(text -> CompletableFuture.completedFuture(WORDS))) {
            CallPlan plan = CallPlan.to(server.voice()).by(OriginMapping.to(server.voice(), null, StreamOrigin.AUTO));
            line.placeCall(plan, caller, timeline)
                    .outcome()
                    .toCompletableFuture()
                    .get(120, TimeUnit.SECONDS);
        } finally {
            pump.stop();
            pumping.join();
        }
        return timeline.close(clock.nowNs());
    }

    private static List<String> errorsAndWarnings(CallResult call) {
        return call.findings().stream()
                .filter(found -> found.severity() == Severity.ERROR || found.severity() == Severity.WARNING)
                .map(found -> found.code() + " " + found.severity().word())
                .toList();
    }
}
