package dev.sidetone.simulator.twilio;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sidetone.simulator.caller.Caller;
import dev.sidetone.simulator.caller.CallerScript;
import dev.sidetone.simulator.caller.Callers;
import dev.sidetone.simulator.recording.CallFolder;
import dev.sidetone.simulator.recording.Recording;
import dev.sidetone.simulator.report.CallReport;
import dev.sidetone.simulator.report.EventLine;
import dev.sidetone.simulator.report.EventLog;
import dev.sidetone.simulator.timeline.CallResult;
import dev.sidetone.simulator.timeline.CallTimeline;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every call has a clock from its answer on, whether or not a two-way stream comes. */
class CallClockTest {
    private static final double TICK_MS = 20;
    private static final byte LOUD = 0x21;

    private final TestServer server = new TestServer();
    private final TestServer ears = new TestServer();
    private final CheckedLine checked = new CheckedLine();

    @TempDir
    private Path folder = Path.of("");

    CallClockTest() {
        checked.line.serving(server);
        checked.line.net.serve("localhost:9090", ears);
        byte[] words = new byte[8_000];
        Arrays.fill(words, LOUD);
        checked.line.words = text -> CompletableFuture.completedFuture(words);
    }

    @Test
    void aOneWayCallCountsFromItsAnswer() {
        server.twiml("/voice", response("<Start>" + ears("") + "</Start><Say>Hi</Say><Pause length='4'/>"));
        Caller caller = new CallerScript()
                .pause(1_200)
                .press('5')
                .say(Callers.voice("ask-opening-hours"))
                .caller();

        CallResult result = checked.call(caller);

        assertThat(result.call().clock()).isEqualTo("answer");
        assertThat(result.call().answeredAtMs()).isZero();
        assertThat(result.call().durationMs()).isCloseTo(5_000, within(3 * TICK_MS));
        assertThat(requireNonNull(result.line()).framesSent())
                .isEqualTo(ears.texts("\"media\"").size());
        assertThat(requireNonNull(result.line()).framesHeard()).isEqualTo(50);
        assertThat(requireNonNull(result.line()).latenessP50Ms()).isNotNull();
        assertThat(result.dtmf()).hasSize(1);
        assertThat(result.dtmf().get(0).atMs()).isCloseTo(1_200, within(2 * TICK_MS));
        assertThat(result.turns()).hasSize(1);
        assertThat(result.turns().get(0).callerStartAtMs()).isBetween(1_200.0, 2_000.0);
        assertThat(result.turns().get(0).ttfaMs()).isNull();
    }

    @Test
    void bothTracksOfAOneWayStreamAreCounted() {
        server.twiml("/voice", response("<Start>" + ears("track='both_tracks'") + "</Start><Pause length='1'/>"));

        CallResult result = checked.call(new TickingCaller());

        assertThat(requireNonNull(result.line()).framesSent())
                .isEqualTo(ears.texts("\"media\"").size())
                .isGreaterThan(90);
    }

    @Test
    void aCallWhoseStreamIsRefusedCountsFromItsAnswer() {
        server.refuses(403);
        server.twiml("/voice", response("<Connect><Stream url='/media'/></Connect><Pause length='2'/>"));

        CallResult result = checked.call(new TickingCaller().at(50, phone -> phone.press('1')));

        assertThat(result.call().clock()).isEqualTo("answer");
        assertThat(result.call().streamSid()).isNull();
        assertThat(result.call().durationMs()).isCloseTo(2_000, within(3 * TICK_MS));
        assertThat(result.dtmf().get(0).atMs()).isCloseTo(1_000, within(2 * TICK_MS));
        assertThat(result.findings())
                .allSatisfy(finding -> assertThat(finding.atMs()).isNotNull().isBetween(0.0, 2_100.0));
    }

    @Test
    void aCallThatOnlySpeaksCountsFromItsAnswer() {
        server.twiml("/voice", response("<Say>We are closed.</Say>"));

        CallResult result = checked.call(new TickingCaller());

        assertThat(result.call().clock()).isEqualTo("answer");
        assertThat(result.call().durationMs()).isCloseTo(1_000, within(2 * TICK_MS));
        assertThat(requireNonNull(result.line()).framesSent()).isZero();
        assertThat(requireNonNull(result.line()).framesHeard()).isEqualTo(50);
    }

    @Test
    void aCallThatNobodyAnsweredHasNoClock() {
        server.twiml("/voice", response("<Reject reason='busy'/>"));

        CallResult result = checked.call(new TickingCaller());

        assertThat(result.call().clock()).isNull();
        assertThat(result.call().answeredAtMs()).isNull();
        assertThat(result.call().durationMs()).isNull();
    }

    @Test
    void whatWasBeforeTheStreamIsNegative() {
        server.twiml(
                "/voice", response("<Say>Hi</Say><Play>file://x</Play>" + "<Connect><Stream url='/media'/></Connect>"));

        CallResult result = checked.call(
                new TickingCaller().at(20, phone -> phone.press('7')).at(100, phone -> phone.hangUp()));

        assertThat(result.call().clock()).isEqualTo("stream");
        assertThat(result.call().answeredAtMs()).isCloseTo(-1_000, within(2 * TICK_MS));
        assertThat(result.call().durationMs()).isCloseTo(2_000, within(3 * TICK_MS));
        assertThat(result.dtmf().get(0).atMs()).isCloseTo(-600, within(2 * TICK_MS));
        assertThat(result.findings().get(0).atMs()).isBetween(-100.0, 0.0);
        String report = new CallReport(false).text(result);
        assertThat(report).contains("7 at -00:00.").contains(" at -00:00.1").doesNotContain("at 00:00.0");
    }

    @Test
    void whatIsSaidBeforeTheStreamIsNoTurn() {
        server.twiml("/voice", response("<Say>Hi</Say><Pause length='4'/><Connect><Stream url='/media'/></Connect>"));
        CallerScript script = new CallerScript();
        script.say(Callers.voice("ask-opening-hours")).pause(4_000).say(Callers.voice("thank-you-goodbye"));

        CallResult result = checked.call(script.pause(1_000).hangUp().caller());

        assertThat(result.turns()).hasSize(1);
        assertThat(result.turns().get(0).turn()).isEqualTo(1);
        assertThat(result.turns().get(0).callerStartAtMs()).isPositive();
    }

    @Test
    void theEventsCountFromTheAnswerUntilTheStreamBegins() {
        server.twiml("/voice", response("<Say>Hi</Say><Connect><Stream url='/media'/></Connect>"));
        List<EventLine> lines = new ArrayList<>();
        checked.timeline.listen(new EventLog(lines::add));

        checked.call(new TickingCaller()
                .at(25, phone -> phone.press('7'))
                .at(75, phone -> phone.press('8'))
                .at(100, phone -> phone.hangUp()));

        assertThat(lines.stream().map(line -> line.clock() + " " + line.who() + " " + line.text()))
                .contains(
                        "00:00.0 call answered",
                        "00:00.0 note Twilio says: Hi",
                        "00:00.5 caller presses 7",
                        "00:00.0 call the line is open, 1.0 s after the answer: from here on times count from 0",
                        "00:00.4 caller presses 8");
    }

    @Test
    void aRecordingBeginsAtTheAnswerAndItsCallerIsRepeatedFromTheStreamOn() throws Exception {
        server.twiml("/voice", response("<Say>Hi</Say><Connect><Stream url='/media'/></Connect>"));
        CallTimeline kept = new CallTimeline("test", CallFolder.keptIn(folder, "test"));
        checked.line.sink = kept;
        TickingCaller caller = new TickingCaller().saying(OneWayStreamTest.frame(0x31));
        checked.line.call(caller.at(100, phone -> phone.hangUp()), java.time.Duration.ofSeconds(4));
        CallResult result = kept.close(checked.line.timers.nowNs());

        try (Stream<Path> folders = Files.list(folder)) {
            Recording recording = Recording.open(folders.findFirst().orElseThrow());
            long wavMs = (Files.size(recording.folder().resolve("call.wav")) - 44) / 32;
            assertThat((double) wavMs).isCloseTo(2_000, within(4 * TICK_MS));
            double fromStreamMs = recording.callerMulaw().length / 8.0;
            assertThat(fromStreamMs).isCloseTo(1_000, within(4 * TICK_MS));
            assertThat(recording.result().call()).isEqualTo(result.call());
        }
    }

    private static String response(String verbs) {
        return "<Response>" + verbs + "</Response>";
    }

    private static String ears(String attributes) {
        return "<Stream url='ws://localhost:9090/ears' " + attributes + "/>";
    }
}
