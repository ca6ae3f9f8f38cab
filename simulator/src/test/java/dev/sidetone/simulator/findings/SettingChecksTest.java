package dev.sidetone.simulator.findings;

import static dev.sidetone.simulator.findings.CheckedCall.codes;
import static dev.sidetone.simulator.findings.CheckedCall.placed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.bridge.AgentServices;
import dev.sidetone.bridge.agent.AgentAudio;
import dev.sidetone.bridge.agent.AgentSettings;
import dev.sidetone.bridge.agent.WireSettings;
import dev.sidetone.bridge.agent.openai.OpenAi;
import dev.sidetone.bridge.audio.AudioFormat;
import dev.sidetone.simulator.timeline.CallTimeline;
import dev.sidetone.simulator.timeline.EndedBy;
import dev.sidetone.simulator.timeline.Fact;
import dev.sidetone.simulator.timeline.Severity;
import dev.sidetone.simulator.timeline.Spool;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingChecksTest {
    private static final long S = 1_000_000_000L;

    private final CallTimeline timeline = new CallTimeline("test", Spool.NONE, Checks.forOneCall());

    @Test
    void anotherHostInTheTwimlIsNamedWithTheOneThatWasReached() {
        timeline.add(placedAt("https://new.example/voice"));
        timeline.add(new Fact.StreamDialled(S, "wss://old.example/media"));
        assertThat(over(12)).containsExactly("stream-never-came");
        assertThat(timeline.resultSoFar().findings().get(0).what())
                .contains("old.example")
                .contains("new.example");
    }

    @Test
    void aStreamThatCameFromAnotherHostIsAsItMayBe() {
        timeline.add(placedAt("https://new.example/voice"));
        timeline.add(new Fact.StreamDialled(S, "wss://media.example/media"));
        timeline.add(new Fact.StreamOpened(2 * S, S, "wss://media.example/media"));
        assertThat(over(20)).isEmpty();
    }

    @Test
    void theSameHostSaysNothing() {
        timeline.add(placedAt("https://new.example/voice"));
        timeline.add(new Fact.StreamDialled(S, "wss://NEW.example/media"));
        assertThat(over(20)).isEmpty();
    }

    @Test
    void anotherHostThatWasReachedAndRefusedIsNotTheWrongOne() {
        timeline.add(placedAt("http://localhost:3000/voice"));
        timeline.add(new Fact.StreamDialled(S, "wss://tunnel.example/media"));
        timeline.add(ConnectionCode.HANDSHAKE_REFUSED.found("403", "cure").at(2 * S));
        assertThat(over(20)).containsExactly("31920");
    }

    @Test
    void twoNamesOfThisMachineAreOneHost() {
        timeline.add(placedAt("http://localhost:3000/voice"));
        timeline.add(new Fact.StreamDialled(S, "ws://127.0.0.1:3000/media"));
        assertThat(over(20)).isEmpty();
    }

    @Test
    void listeningBesideAConversationIsNoFault() {
        timeline.add(placedAt("https://new.example/voice"));
        timeline.add(new Fact.OneWayStarted(S, "MZ1", "", "inbound_track"));
        timeline.add(new Fact.DialBegan(2 * S, "+15550123", "CA2"));
        assertThat(over(20)).isEmpty();
    }

    @Test
    void listeningAloneIsTold() {
        timeline.add(placedAt("https://new.example/voice"));
        timeline.add(new Fact.OneWayStarted(S, "MZ1", "", "inbound_track"));
        assertThat(over(20)).containsExactly("one-way-stream");
    }

    @Test
    void whatTheLineHoldsBackOnPurposeIsNoServersStall() {
        var call = new Fact.FaultBegan(FakeStall.FROM_NS, "stall=3s");
        assertThat(FakeStall.codes(call)).isEmpty();
        assertThat(FakeStall.codes(new Fact.Noted(FakeStall.FROM_NS, ""))).containsExactly("server-stalled");
    }

    @ParameterizedTest
    @ValueSource(strings = {"noise=20dB", "echo=-30dB", "band", "mute", "webhook-twice", "rest-500"})
    void whatTheLineDoesWithoutHoldingFramesBackExcusesNoStall(String fault) {
        assertThat(FakeStall.codes(new Fact.FaultBegan(FakeStall.FROM_NS, fault)))
                .containsExactly("server-stalled");
    }

    @Test
    void aCallOfMinutesWithShortAnswersHasNoBurst() {
        var call = placed();
        for (int i = 0; i < 20; i++) {
            call.at(100 + i * 3_000).agentSends(2_000);
        }
        assertThat(codes(call.hangsUpAt(62_000))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "openai, mulaw, ",
        "openai, pcm16@24000, mulaw",
        "assemblyai, pcm16@24000, mulaw",
        "inworld, pcm16@8000, mulaw",
        "omni, pcm16@8000, ",
        "omni, pcm16@16000, pcm16@8000"
    })
    void soundThatIsRecodedForNothingIsToldWithWhatWouldDo(String name, String format, @Nullable String better) {
        Finding finding =
                AgentFindings.transcoding(AgentServices.named(name).orElseThrow(), AgentAudio.both(format(format)));
        if (better == null) {
            assertThat(finding).isNull();
        } else {
            assertThat(Objects.requireNonNull(finding).code()).isEqualTo("needless-transcoding");
            assertThat(finding.severity()).isEqualTo(Severity.INFO);
            assertThat(finding.cure()).contains(better);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "wss://api.x.ai/v1/realtime, GA, shape: xai",
        "wss://api.x.ai/v1/realtime, XAI, ",
        "wss://max.ai/v1/realtime, GA, ",
        "wss://me.cognitiveservices.azure.com/voice-live/realtime, GA, shape: voice-live",
        "wss://me.cognitiveservices.azure.com/voice-live/realtime, BETA, shape: voice-live",
        "wss://me.cognitiveservices.azure.com/voice-live/realtime, VOICE_LIVE, ",
        "wss://model.example/v1/realtime, BETA, "
    })
    void anotherVendorsAddressWithOpenAisShapeIsToldWithTheShapeThatFits(
            URI endpoint, WireSettings.Shape shape, @Nullable String cure) {
        WireSettings usual = OpenAi.COMPATIBLE.defaults().wire();
        AgentSettings settings = OpenAi.COMPATIBLE
                .defaults()
                .withWire(new WireSettings(null, shape, usual.bargeIn(), usual.toolResults(), 0));
        Finding finding = ProfileFindings.of(OpenAi.COMPATIBLE, endpoint, settings);
        if (cure == null) {
            assertThat(finding).isNull();
        } else {
            assertThat(Objects.requireNonNull(finding).code()).isEqualTo("agent-profile");
            assertThat(finding.severity()).isEqualTo(Severity.WARNING);
            assertThat(finding.cure()).contains(cure);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "Twilio did not redirect: Authenticate (20003), transfer-refused, TWILIO_AUTH_TOKEN",
        "Twilio did not redirect: not found (20404), transfer-refused, callSid",
        "Twilio did not redirect: Call is not in-progress (21220), transfer-refused, while the call is up",
        "Twilio did not hang up: Authenticate (20003), hang-up-refused, TWILIO_AUTH_TOKEN"
    })
    void whatTwilioRefusedIsToldWithItsCure(String what, String code, String cure) {
        Finding finding = AgentFindings.controlRefused(what);
        assertThat(finding.code()).isEqualTo(code);
        assertThat(finding.cure()).contains(cure);
    }

    private static AudioFormat format(String text) {
        return text.equals("mulaw")
                ? AudioFormat.MULAW
                : AudioFormat.pcm16(Integer.parseInt(text.substring(text.indexOf('@') + 1)));
    }

    private static Fact placedAt(String server) {
        return new Fact.CallPlaced(0, "CA1", "+1", "+2", server, Instant.EPOCH, true);
    }

    private List<String> over(long s) {
        timeline.add(new Fact.CallEnded(s * S, EndedBy.FAULT, "over"));
        return codes(timeline.close(s * S));
    }

    /** A stream that writes frames for a second, then none for three. */
    private static final class FakeStall {
        static final long FROM_NS = S;

        static List<String> codes(Fact atTheStall) {
            CallTimeline timeline = new CallTimeline("test", Spool.NONE, Checks.forOneCall());
            timeline.add(placedAt("http://localhost/voice"));
            timeline.add(new Fact.StreamStarted(0, "MZ1"));
            for (int tick = 1; tick <= 200; tick++) {
                long atNs = tick * 20_000_000L;
                float heard = tick < 10 ? -20 : -90;
                timeline.add(new Fact.Tick(atNs, tick, 0, -90, -90, heard, heard, tick < 10 ? 160 : 0, 0));
                if (atNs <= FROM_NS) {
                    timeline.add(new Fact.FrameWritten(atNs, tick, 0));
                }
            }
            timeline.add(atTheStall);
            timeline.add(new Fact.CallEnded(5 * S, EndedBy.CALLER, "over"));
            return CheckedCall.codes(timeline.close(5 * S));
        }
    }
}
