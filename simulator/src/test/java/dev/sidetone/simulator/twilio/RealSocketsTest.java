package dev.sidetone.simulator.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.loopback.ReservedPort;
import dev.sidetone.simulator.caller.Handset;
import dev.sidetone.simulator.timeline.EndedBy;
import dev.sidetone.simulator.timeline.Fact;
import dev.sidetone.simulator.twilio.plan.CallPlan;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.java_websocket.WebSocket;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The line on real loopback sockets in real time: no statement about timing beyond order. */
@Tag("real-time")
@Timeout(240)
class RealSocketsTest {
    private static final Pattern OURS = Pattern.compile("(sidetone|WebSocket|HttpClient|AsyncClose|rude).*");

    private final FactList facts = new FactList();

    @Test
    void aShortCallGoesBothWaysAndLeavesNothingBehind() throws Exception {
        Set<String> before = threads();
        try (LoopbackServer server = new LoopbackServer();
                FakeTwilio line = line()) {
            TickingCaller caller = new TickingCaller()
                    .when(() -> !facts.of(Fact.MarkEchoed.class).isEmpty(), phone -> phone.press('5'))
                    .when(() -> !facts.of(Fact.KeyPressed.class).isEmpty(), Handset::hangUp);

            CallOutcome outcome = ended(line.placeCall(CallPlan.to(server.voice()), caller, facts));

            assertThat(outcome.by()).isEqualTo(EndedBy.CALLER);
            assertThat(facts.rareKinds())
                    .containsExactly(
                            "CallPlaced",
                            "WebhookAnswered",
                            "VerbBegan",
                            "CallAnswered",
                            "StreamDialled",
                            "StreamOpened",
                            "StreamStarted",
                            "MediaArrived",
                            "MarkArrived",
                            "MarkEchoed",
                            "KeyPressed",
                            "StreamEnded",
                            "CallEnded");
            long startNs = facts.one(Fact.StreamStarted.class).atNs();
            assertThat(facts.of(Fact.FrameWritten.class))
                    .extracting(Fact.FrameWritten::tick)
                    .isEqualTo(facts.of(Fact.Tick.class).stream()
                            .filter(tick -> tick.atNs() > startNs)
                            .map(Fact.Tick::tick)
                            .toList());
            assertThat(facts.of(Fact.FrameWritten.class)).allMatch(written -> written.lateNs() > 0);
            assertThat(facts.last()).isInstanceOf(Fact.CallEnded.class);
            assertThat(caller.heard.stream().mapToInt(frame -> frame.code(10)).filter(code -> code != -1))
                    .hasSize(1);
            assertThat(server.upgradeHeaders.keySet())
                    .extracting(name -> name.toLowerCase(Locale.ROOT))
                    .containsExactlyInAnyOrder(
                            "host",
                            "user-agent",
                            "connection",
                            "upgrade",
                            "sec-websocket-key",
                            "sec-websocket-version",
                            "x-twilio-signature");
            assertThat(server.webhookHeaders).doesNotContainKeys("Upgrade", "Http2-settings");
            assertThat(server.closes.poll(60, TimeUnit.SECONDS)).isEqualTo(1000);
            assertThat(server.texts.get(server.texts.size() - 1)).contains("\"event\":\"stop\"");
        }
        onlyThreadsOf(before);
    }

    @Test
    void sixtyCallsShareOneLineThread() throws Exception {
        try (LoopbackServer server = new LoopbackServer();
                FakeTwilio line = line()) {
            List<FactList> sinks = new ArrayList<>();
            List<TwilioCall> calls = new ArrayList<>();
            for (int i = 0; i < 60; i++) {
                FactList sink = new FactList();
                sinks.add(sink);
                calls.add(line.placeCall(CallPlan.to(server.voice()), patientCaller(), sink));
            }
            for (TwilioCall call : calls) {
                assertThat(ended(call).by()).isEqualTo(EndedBy.CALLER);
            }
            assertThat(sinks).allSatisfy(sink -> {
                assertThat(sink.one(Fact.MarkEchoed.class).heard()).isTrue();
                assertThat(sink.of(Fact.Tick.class)).hasSizeGreaterThanOrEqualTo(51);
                assertThat(sink.findings()).isEmpty();
                assertThat(sink.last()).isInstanceOf(Fact.CallEnded.class);
            });
            assertThat(threads().stream().filter(name -> name.equals("sidetone-line")))
                    .hasSize(1);
        }
    }

    @Test
    void aServerThatDropsTheConnectionIsTold() throws Exception {
        try (LoopbackServer server = new LoopbackServer();
                FakeTwilio line = line()) {
            TickingCaller caller = new TickingCaller().when(() -> isStreamOpen(server), phone -> server.openStreams()
                    .forEach(RealSocketsTest::drop));

            CallOutcome outcome = ended(line.placeCall(CallPlan.to(server.voice()), caller, facts));

            assertThat(facts.findingCodes()).containsExactly("31903");
            assertThat(outcome.by()).isEqualTo(EndedBy.FAULT);
            assertThat(facts.one(Fact.StreamEnded.class).code()).isEqualTo(1006);
        }
    }

    @Test
    void aServerThatClosesItsStreamEndsTheCall() throws Exception {
        try (LoopbackServer server = new LoopbackServer();
                FakeTwilio line = line()) {
            TickingCaller caller = new TickingCaller().when(() -> isStreamOpen(server), phone -> server.openStreams()
                    .forEach(stream -> stream.close(1000, "done")));

            CallOutcome outcome = ended(line.placeCall(CallPlan.to(server.voice()), caller, facts));

            assertThat(outcome.by()).isEqualTo(EndedBy.SERVER);
            assertThat(facts.one(Fact.StreamEnded.class).code()).isEqualTo(1000);
            assertThat(facts.findings()).isEmpty();
            assertThat(server.closes.poll(60, TimeUnit.SECONDS)).isEqualTo(1000);
        }
    }

    @Test
    void aRefusedUpgradeIsToldWithTheServersStatus() throws Exception {
        try (LoopbackServer server = new LoopbackServer();
                FakeTwilio line = line()) {
            server.document(LoopbackServer.connectTo(server.httpPort()));

            CallOutcome outcome = ended(line.placeCall(CallPlan.to(server.voice()), new TickingCaller(), facts));

            assertThat(outcome.by()).isEqualTo(EndedBy.FAULT);
            assertThat(facts.findingCodes()).containsExactly("31920");
            assertThat(facts.findings().get(0).what()).contains("404");
        }
    }

    @Test
    void nobodyOnThePortOfTheWebhookMeansThatTheCallCouldNotRun() throws Exception {
        try (ReservedPort port = new ReservedPort();
                FakeTwilio line = line()) {
            URI nowhere = URI.create("http://127.0.0.1:" + port.number() + "/voice");

            CallOutcome outcome = ended(line.placeCall(CallPlan.to(nowhere), new TickingCaller(), facts));

            assertThat(outcome.reached()).isFalse();
            assertThat(facts.findingCodes()).containsExactly("11205");
        }
    }

    @Test
    void aHostWithoutAnAddressIsNamed() throws Exception {
        try (FakeTwilio line = line()) {
            URI nowhere = URI.create("http://no-such-host.invalid/voice");

            ended(line.placeCall(CallPlan.to(nowhere), new TickingCaller(), facts));

            assertThat(facts.findingCodes()).containsExactly("11210");
        }
    }

    @Test
    void nobodyOnThePortOfTheStreamIsTold() throws Exception {
        try (ReservedPort port = new ReservedPort();
                LoopbackServer server = new LoopbackServer();
                FakeTwilio line = line()) {
            server.document(LoopbackServer.connectTo(port.number()));

            ended(line.placeCall(CallPlan.to(server.voice()), new TickingCaller(), facts));

            assertThat(facts.findingCodes()).containsExactly("31902");
        }
    }

    @Test
    void aServerThatIsNoWebServerIsTold() throws Exception {
        try (ServerSocket rude = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
                FakeTwilio line = line()) {
            Thread saysNothing = new Thread(() -> greetAndClose(rude), "rude-server");
            saysNothing.start();
            URI voice = URI.create("http://127.0.0.1:" + rude.getLocalPort() + "/voice");

            CallOutcome outcome = ended(line.placeCall(CallPlan.to(voice), new TickingCaller(), facts));

            assertThat(facts.findingCodes()).containsExactly("11206");
            assertThat(outcome.reached()).isFalse();
        }
    }

    @Test
    void closingTheLineHangsUpEveryCall() throws Exception {
        Set<String> before = threads();
        CompletableFuture<String> up = new CompletableFuture<>();
        TwilioCall call;
        try (LoopbackServer server = new LoopbackServer()) {
            try (FakeTwilio line = line()) {
                TickingCaller caller = new TickingCaller().when(() -> isStreamOpen(server), phone -> up.complete("up"));
                call = line.placeCall(CallPlan.to(server.voice()), caller, facts);
                assertThat(up.get(60, TimeUnit.SECONDS)).isEqualTo("up");
            }
            assertThat(ended(call).why()).isEqualTo("the line was closed");
            assertThat(server.closes.poll(60, TimeUnit.SECONDS)).isEqualTo(1000);
            assertThat(server.texts.get(server.texts.size() - 1)).contains("\"event\":\"stop\"");
        }
        onlyThreadsOf(before);
    }

    /** Whether the call's stream is open at both ends: each learns of it on a thread of its own. */
    private boolean isStreamOpen(LoopbackServer server) {
        return !facts.of(Fact.StreamStarted.class).isEmpty()
                && !server.openStreams().isEmpty();
    }

    /** Hangs up when what the server says was heard and five more ticks have gone, after a second at the earliest. */
    private static TickingCaller patientCaller() {
        TickingCaller caller = new TickingCaller();
        return caller.when(() -> caller.heard.size() > 50 && caller.audible() > 0, 5, Handset::hangUp);
    }

    /** Waits for threads that were told to end. */
    private static void onlyThreadsOf(Set<String> before) throws InterruptedException {
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (OURS.matcher(thread.getName()).matches() && !before.contains(thread.getName())) {
                thread.join(60_000);
            }
        }
        assertThat(before).containsAll(threads());
    }

    private static FakeTwilio line() {
        return new FakeTwilio(text -> CompletableFuture.completedFuture(new byte[160]));
    }

    private static CallOutcome ended(TwilioCall call)
            throws InterruptedException, ExecutionException, TimeoutException {
        return call.outcome().toCompletableFuture().get(60, TimeUnit.SECONDS);
    }

    private static void greetAndClose(ServerSocket server) {
        try (Socket socket = server.accept()) {
            socket.getOutputStream().write("220 mail.example ESMTP\r\n".getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Closes the TCP connection without a closing handshake. */
    private static void drop(WebSocket stream) {
        stream.closeConnection(1006, "");
    }

    /** The names of all threads that belong to a line or to a server of this test. */
    private static Set<String> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(Thread::isAlive)
                .map(Thread::getName)
                .filter(name -> OURS.matcher(name).matches())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
