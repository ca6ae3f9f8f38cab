package dev.sidetone.simulator.twilio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.bridge.audio.SpeechEnergy;
import dev.sidetone.simulator.line.fault.InjectedFault;
import dev.sidetone.simulator.line.fault.LineFaults;
import dev.sidetone.simulator.timeline.Fact;
import dev.sidetone.simulator.twilio.plan.CallPlan;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** That every fault of the line stands in the timeline as it was dialled, and what a server hears of those that change the sound. */
class DialledFaultCallTest {
    private static final Duration FIVE_SECONDS = Duration.ofSeconds(5);
    private static final int LOUD = 0x10;

    private final TestServer server = new TestServer();
    private final ManualLine line = new ManualLine().serving(server);
    private final TickingCaller caller = new TickingCaller();

    @ParameterizedTest
    @CsvSource({
        "jitter=20ms, 0",
        "burst=200ms, 0",
        "stall=2s, 2000",
        "gap=1s, 1000",
        "drop, 0",
        "mute, 0",
        "mute=1s, 1000",
        "echo=-30dB, 0",
        "noise=20dB, 0",
        "street=15dB, 0",
        "bad-mic, 0",
        "band, 0",
        "loss=3%, 0"
    })
    void aFaultOfTheStreamBeginsWhenItWasDialledAndEndsIfItHasAnEnd(String fault, long lastsMs)
            throws InjectedFault.Unreadable {
        call(fault + "@1s");

        long startNs = line.facts.one(Fact.StreamStarted.class).atNs();
        Fact.FaultBegan began = line.facts.one(Fact.FaultBegan.class);
        assertThat(began.fault()).isEqualTo(fault);
        assertThat(began.atNs() - startNs).isEqualTo(1_000_000_000L);
        assertThat(line.facts.of(Fact.FaultEnded.class))
                .extracting(ended -> ended.fault() + " " + (ended.atNs() - began.atNs()) / 1_000_000)
                .isEqualTo(lastsMs == 0 ? List.of() : List.of(fault + " " + lastsMs));
    }

    @ParameterizedTest
    @ValueSource(strings = {"webhook-twice", "webhook-slow=3s", "webhook-lost"})
    void aFaultOfTheWebhookBeginsWithTheRequest(String fault) throws InjectedFault.Unreadable {
        call(fault);

        Fact.FaultBegan began = line.facts.one(Fact.FaultBegan.class);
        assertThat(began.fault()).isEqualTo(fault);
        assertThat(began.atNs()).isEqualTo(line.facts.one(Fact.CallPlaced.class).atNs());
    }

    @Test
    void noiseIsHeardBehindASilentCallerAndNotInWhatTheCallerSaid() throws InjectedFault.Unreadable {
        call("noise=20dB@2s");

        byte[] heard = heardByTheServer();
        assertThat(level(heard, 0, 16_000)).isLessThan(-80);
        assertThat(level(heard, 17_000, 38_000)).isCloseTo(-38, within(0.5f));
        assertThat(line.facts.of(Fact.Tick.class)).allMatch(tick -> tick.said0() < -80);
    }

    @Test
    void theAgentsVoiceComesBackSoMuchQuieter() throws InjectedFault.Unreadable {
        byte[] second = new byte[LineFrame.RATE_HZ];
        for (int i = 0; i < second.length; i++) {
            second[i] = (byte) (i % 8 < 4 ? LOUD : LOUD | 0x80);
        }
        server.onStart("{\"event\":\"media\",\"streamSid\":\"SID\",\"media\":{\"payload\":\""
                + Base64.getEncoder().encodeToString(second) + "\"}}");
        call("echo=-20dB");

        byte[] heard = heardByTheServer();
        assertThat(level(heard, 2_000, 7_000)).isCloseTo(SpeechEnergy.dbm0(second, 0, second.length) - 20, within(1f));
        assertThat(level(heard, 16_000, 38_000)).isLessThan(-80);
    }

    @Test
    void aTelephonesBandLeavesNothingOfAHum() throws InjectedFault.Unreadable {
        short[] hum = new short[LineFrame.BYTES];
        for (int i = 0; i < hum.length; i++) {
            hum[i] = (short) (8_000 * Math.sin(2 * Math.PI * 100 * i / LineFrame.RATE_HZ));
        }
        caller.saying(LineFrame.ofPcm(hum));
        call("band@2s");

        byte[] heard = heardByTheServer();
        assertThat(level(heard, 20_000, 38_000)).isLessThan(level(heard, 2_000, 15_000) - 30);
    }

    @Test
    void aLostFrameStillComesOnTimeSinceACarrierFillsIt() throws InjectedFault.Unreadable {
        short[] voice = new short[LineFrame.BYTES];
        for (int i = 0; i < voice.length; i++) {
            voice[i] = (short) (8_000 * Math.sin(2 * Math.PI * 100 * i / LineFrame.RATE_HZ));
        }
        caller.saying(LineFrame.ofPcm(voice));
        call("loss=20%");

        assertThat(server.texts("\"media\":{")).hasSizeBetween(249, 251);
        assertThat(Arrays.equals(
                        heardByTheServer(), 0, 160, LineFrame.ofPcm(voice).mulaw(), 0, 160))
                .isTrue();
        assertThat(server.texts("\"media\":{").stream()
                        .map(text -> text.replaceAll(".*\"payload\"", ""))
                        .distinct())
                .hasSizeGreaterThan(2);
        assertThat(line.facts.findings()).isEmpty();
    }

    private void call(String fault) throws InjectedFault.Unreadable {
        CallPlan plan = CallPlan.to(ManualLine.VOICE).seeded(7).withFaults(LineFaults.parse(fault));
        line.call(plan, caller, FIVE_SECONDS);
    }

    private byte[] heardByTheServer() {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (String media : server.texts("\"media\":{")) {
            all.writeBytes(Base64.getDecoder().decode(media.replaceAll(".*\"payload\":\"([^\"]*)\".*", "$1")));
        }
        return all.toByteArray();
    }

    private static float level(byte[] mulaw, int from, int to) {
        return SpeechEnergy.dbm0(Arrays.copyOfRange(mulaw, from, to), 0, to - from);
    }
}
