package dev.sidetone.simulator.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.simulator.timeline.EndedBy;
import dev.sidetone.simulator.timeline.Fact;
import dev.sidetone.simulator.twilio.plan.CallPlan;
import dev.sidetone.simulator.twilio.plan.MessageRules;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** {@code <Start><Stream>}: what a server beside the call hears, and that nobody hears it. */
class OneWayStreamTest {
    private final TestServer server = new TestServer();
    private final TestServer ears = new TestServer();
    private final ManualLine line = new ManualLine().serving(server);
    private final TickingCaller caller = new TickingCaller();

    OneWayStreamTest() {
        line.net.serve("localhost:9090", ears);
    }

    @Test
    void theCallersVoiceGoesOutBesideTheNextVerbs() {
        voice("<Start>" + ears("") + "</Start><Pause length='1'/>");

        line.call(caller.saying(frame(0x31)), Duration.ofMillis(500));

        assertThat(ears.texts.get(0))
                .isEqualTo("{\"event\":\"connected\",\"protocol\":\"Call\",\"version\":\"1.0.0\"}");
        assertThat(ears.texts.get(1))
                .startsWith("{\"event\":\"start\",\"sequenceNumber\":\"1\",\"start\":{\"accountSid\":\"AC")
                .contains("\"tracks\":[\"inbound\"],\"mediaFormat\":{\"encoding\":\"audio/x-mulaw\","
                        + "\"sampleRate\":8000,\"channels\":1},\"customParameters\":{}},\"streamSid\":\"MZ");
        assertThat(ears.texts.get(2))
                .startsWith("{\"event\":\"media\",\"sequenceNumber\":\"2\",\"media\":{\"track\":\"inbound\","
                        + "\"chunk\":\"1\",\"timestamp\":\"1")
                .contains("\"payload\":\"" + payload(0x31) + "\"},\"streamSid\":\"MZ");
        assertThat(ears.texts("\"media\"")).hasSize(25);
        assertThat(line.facts.findings()).isEmpty();
    }

    @Test
    void bothTracksCarryWhatTheCallerSaysAndHears() {
        byte[] words = new byte[1600];
        Arrays.fill(words, (byte) 0x22);
        line.words = text -> CompletableFuture.completedFuture(words);
        voice("<Start>" + ears("track='both_tracks'") + "</Start><Pause length='1'/><Say>Hi</Say><Hangup/>");

        line.call(caller.saying(frame(0x31)), Duration.ofSeconds(3));

        List<String> inbound = ears.texts("\"track\":\"inbound\"");
        List<String> outbound = ears.texts("\"track\":\"outbound\"");
        assertThat(ears.texts.get(1)).contains("\"tracks\":[\"inbound\",\"outbound\"]");
        assertThat(inbound).hasSameSizeAs(outbound).allMatch(text -> text.contains(payload(0x31)));
        assertThat(outbound.stream().filter(text -> text.contains(payload(0x22))))
                .hasSize(10);
        assertThat(outbound.get(4)).contains("\"chunk\":\"5\"");
        assertThat(ears.texts.get(ears.texts.size() - 1)).startsWith("{\"event\":\"stop\",\"sequenceNumber\":\"");
        assertThat(ears.closes).containsExactly(1000);
    }

    @Test
    void outboundAloneCarriesWhatTheServerSaysOnTheOtherStream() {
        voice("<Start>" + ears("track='outbound_track'") + "</Start><Connect><Stream url='/media'/></Connect>");
        server.onStart("{\"event\":\"media\",\"streamSid\":\"SID\",\"media\":{\"payload\":\"" + payload(0x44) + "\"}}");

        line.call(caller.saying(frame(0x31)), Duration.ofSeconds(1));

        assertThat(ears.texts("\"track\":\"inbound\"")).isEmpty();
        assertThat(ears.texts(payload(0x44))).hasSize(1);
        assertThat(server.texts(payload(0x31))).isNotEmpty();
        assertThat(line.facts.of(Fact.StreamStarted.class)).hasSize(1);
        assertThat(line.facts.one(Fact.OneWayStarted.class).track()).isEqualTo("outbound_track");
    }

    @Test
    void keysAndMarksAreForTheOtherKindOfStream() {
        voice("<Start>" + ears("") + "</Start><Pause length='1'/>");

        line.call(caller.at(10, phone -> phone.press('5')), Duration.ofSeconds(3));

        assertThat(ears.texts("dtmf")).isEmpty();
        assertThat(line.outcome().by()).isEqualTo(EndedBy.SERVER);
    }

    @Test
    void whatItsServerSaysIsToldOnceAndNotHeard() {
        String media = "{\"event\":\"media\",\"streamSid\":\"SID\",\"media\":{\"payload\":\"" + payload(0x44) + "\"}}";
        ears.onStart(media, media);
        voice("<Start>" + ears("") + "</Start><Pause length='1'/>");

        line.call(caller, Duration.ofMillis(500));

        assertThat(line.facts.findingCodes()).containsExactly("one-way-stream");
        assertThat(caller.heard).allMatch(LineFrame.SILENCE::equals);
    }

    @Test
    void aStrictLineEndsTheOneWayStreamOnWhichItsServerSpeaks() {
        ears.onStart("{}");
        voice("<Start>" + ears("") + "</Start><Pause length='1'/>");

        line.call(CallPlan.to(ManualLine.VOICE).judging(MessageRules.STRICT), caller, Duration.ofMillis(500));

        assertThat(line.facts.findingCodes()).containsExactly("one-way-stream", "31924");
        assertThat(line.facts.one(Fact.OneWayEnded.class).why()).contains("broke the protocol");
    }

    @Test
    void stopEndsItByItsName() {
        voice("<Start>" + ears("name='ears'") + "</Start><Pause length='1'/><Stop><Stream name='ears'/></Stop>"
                + "<Connect><Stream url='/media'/></Connect>");

        line.call(caller, Duration.ofSeconds(2));

        assertThat(ears.texts("\"stop\"")).hasSize(1);
        assertThat(line.facts.one(Fact.OneWayEnded.class).why()).isEqualTo("stopped");
        assertThat(server.upgrades).hasSize(1);
        assertThat(line.facts.findings()).isEmpty();
    }

    @Test
    void aConnectedStreamCannotBeStopped() {
        voice("<Connect><Stream url='/media' name='talk'/></Connect><Stop><Stream name='talk'/></Stop>");
        line.call(caller, Duration.ofMillis(100));

        server.wire().close(1000, "");
        line.pass(Duration.ofMillis(100));

        assertThat(line.facts.findingCodes()).containsExactly("12200");
        assertThat(line.facts.findings().get(0).cure()).contains("<Connect>");
    }

    @Test
    void itsServerMayCloseItAndTheCallGoesOn() {
        voice("<Start>" + ears("") + "</Start><Pause length='1'/><Connect><Stream url='/media'/></Connect>");
        line.call(caller, Duration.ofMillis(300));

        ears.wire().close(1000, "");
        line.pass(Duration.ofSeconds(1));

        assertThat(line.facts.one(Fact.OneWayEnded.class).why()).isEqualTo("the server closed the stream");
        assertThat(server.upgrades).hasSize(1);
        assertThat(line.facts.findings()).isEmpty();
    }

    @Test
    void oneThatCannotBeOpenedDoesNotHoldUpTheCall() {
        ears.refuses(404);
        voice("<Start>" + ears("") + "</Start><Connect><Stream url='/media'/></Connect>");

        line.call(caller, Duration.ofSeconds(1));

        assertThat(line.facts.findingCodes()).containsExactly("31920");
        assertThat(server.upgrades).hasSize(1);
    }

    @Test
    void aTrackThatTwilioDoesNotHaveIsToldAndTheCallGoesOn() {
        voice("<Start>" + ears("track='both'") + "</Start><Connect><Stream url='/media'/></Connect>");

        line.call(caller, Duration.ofSeconds(1));

        assertThat(line.facts.findingCodes()).containsExactly("31941");
        assertThat(ears.upgrades).isEmpty();
        assertThat(server.upgrades).hasSize(1);
    }

    @Test
    void aFifthTrackIsNotOpened() {
        voice("<Start>" + ears("track='both_tracks'") + "</Start><Start>" + ears("track='both_tracks'")
                + "</Start><Start>" + ears("") + "</Start><Connect><Stream url='/media'/></Connect>");

        line.call(caller, Duration.ofSeconds(1));

        assertThat(line.facts.findingCodes()).containsExactly("too-many-tracks");
        assertThat(ears.upgrades).hasSize(2);
        assertThat(server.upgrades).hasSize(1);
    }

    @Test
    void theCallWaitsForEverySocketWhenItEnds() {
        voice("<Start>" + ears("") + "</Start><Connect><Stream url='/media'/></Connect>");

        line.call(caller.at(20, phone -> phone.hangUp()), Duration.ofSeconds(2));

        assertThat(server.closes).containsExactly(1000);
        assertThat(ears.closes).containsExactly(1000);
        assertThat(line.facts.last()).isInstanceOf(Fact.CallEnded.class);
        assertThat(line.facts.of(Fact.OneWayEnded.class)).hasSize(1);
    }

    private static String ears(String attributes) {
        return "<Stream url='ws://localhost:9090/ears' " + attributes + "/>";
    }

    private void voice(String verbs) {
        server.twiml("/voice", "<Response>" + verbs + "</Response>");
    }

    static LineFrame frame(int code) {
        byte[] mulaw = new byte[LineFrame.BYTES];
        Arrays.fill(mulaw, (byte) code);
        return LineFrame.of(mulaw);
    }

    private static String payload(int code) {
        return Base64.getEncoder().encodeToString(frame(code).mulaw());
    }
}
