package dev.sidetone.simulator.findings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.bridge.audio.Mulaw;
import dev.sidetone.fixtures.Voices;
import dev.sidetone.simulator.timeline.Fact;
import dev.sidetone.simulator.timeline.Severity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A server that sends back what it hears, and an echo that needs a microphone. */
class ServerEchoTest {
    private static final Fact.Tick SILENT = new Fact.Tick(0, 0, 0, 0, 0, 0, 0, 0, 0);
    private static final Fact.Tick HEARD = new Fact.Tick(0, 0, 0, 0, 0, 0, 0, LineFrame.BYTES, 0);

    private final byte[] caller = voice("book-a-table");
    private final ServerEcho check = new ServerEcho();
    private final List<Finding> found = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3, 10, 200})
    void theCallersVoiceThatComesBackIsFoundOnce(int framesLater) {
        for (int i = 0; i < frames(caller) + framesLater; i++) {
            LineFrame heard = frame(caller, i - framesLater);
            check.media(new Fact.MediaArrived(0, 1, LineFrame.BYTES), heard.mulaw(), found::add);
            check.tick(HEARD, frame(caller, i), heard, found::add);
        }
        assertThat(found).hasSize(1);
        assertThat(found.get(0).code()).isEqualTo("server-echo");
        assertThat(found.get(0).severity()).isEqualTo(Severity.INFO);
    }

    @Test
    void aToneOnBothSidesIsNobodysVoice() {
        byte[] tone = new byte[LineFrame.BYTES];
        for (int i = 0; i < tone.length; i++) {
            tone[i] = Mulaw.encode((short) (8_000 * Math.sin(2 * Math.PI * 400 * i / LineFrame.RATE_HZ)));
        }
        for (int i = 0; i < 100; i++) {
            check.tick(SILENT, LineFrame.of(tone), LineFrame.SILENCE, found::add);
            check.media(new Fact.MediaArrived(0, 1, tone.length), tone, found::add);
        }
        assertThat(found).isEmpty();
    }

    @Test
    void howItIsCutDoesNotMatter() {
        for (int i = 0; i < frames(caller); i++) {
            check.tick(SILENT, frame(caller, i), LineFrame.SILENCE, found::add);
        }
        for (int at = 0; at + 333 <= caller.length; at += 333) {
            byte[] piece = Arrays.copyOfRange(caller, at, at + 333);
            check.media(new Fact.MediaArrived(0, 1, piece.length), piece, found::add);
        }
        assertThat(found).extracting(Finding::code).containsExactly("server-echo");
    }

    @Test
    void theCallersVoiceThatIsRecodedIsFoundToo() {
        for (int i = 0; i < frames(caller); i++) {
            check.tick(HEARD, frame(caller, i), quieter(frame(caller, i - 4)), found::add);
        }
        assertThat(found).extracting(Finding::code).containsExactly("server-echo");
    }

    @Test
    void besideAnAgentItIsAWarning() {
        byte[] agent = voice("ask-opening-hours");
        for (int round = 0; round < 3; round++) {
            for (int i = 0; i < frames(agent); i++) {
                check.media(
                        new Fact.MediaArrived(0, 1, LineFrame.BYTES),
                        frame(agent, i).mulaw(),
                        found::add);
                check.tick(HEARD, LineFrame.SILENCE, frame(agent, i), found::add);
            }
        }
        for (int i = 0; i < frames(caller); i++) {
            check.media(
                    new Fact.MediaArrived(0, 1, LineFrame.BYTES),
                    frame(caller, i).mulaw(),
                    found::add);
            check.tick(HEARD, frame(caller, i), frame(caller, i), found::add);
        }
        assertThat(found).extracting(Finding::severity).containsExactly(Severity.WARNING);
    }

    @Test
    void anAgentWhoSpeaksOverTheCallerIsNoEcho() {
        for (String name : Voices.names()) {
            byte[] agent = voice(name);
            ServerEcho fresh = new ServerEcho();
            for (int i = 0; i < frames(caller) && !name.equals("book-a-table"); i++) {
                LineFrame heard = frame(agent, i % frames(agent));
                fresh.media(new Fact.MediaArrived(0, 1, LineFrame.BYTES), heard.mulaw(), found::add);
                fresh.tick(HEARD, frame(caller, i), heard, found::add);
            }
        }
        assertThat(found).isEmpty();
    }

    @Test
    void aCallerWhoFollowsAScriptHasNoEcho() {
        EchoCheck echo = new EchoCheck();
        echo.fold(new Fact.CallPlaced(0, "CA", "+1", "+2", "http://x", Instant.EPOCH, true), found::add);
        for (int i = 0; i < frames(caller); i++) {
            echo.tick(HEARD, frame(caller, i - 3), frame(caller, i), found::add);
        }
        assertThat(found).isEmpty();
    }

    private static LineFrame quieter(LineFrame frame) {
        short[] samples = new short[LineFrame.BYTES];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (short) (0.6 * Mulaw.decode(frame.code(i)));
        }
        return LineFrame.ofPcm(samples);
    }

    private static byte[] voice(String name) {
        short[] samples = Voices.open(name).samples();
        byte[] codes = new byte[samples.length];
        Mulaw.encode(samples, codes);
        return codes;
    }

    private static int frames(byte[] mulaw) {
        return mulaw.length / LineFrame.BYTES;
    }

    private static LineFrame frame(byte[] mulaw, int frame) {
        return frame < 0 || frame >= frames(mulaw)
                ? LineFrame.SILENCE
                : LineFrame.of(Arrays.copyOfRange(mulaw, frame * LineFrame.BYTES, (frame + 1) * LineFrame.BYTES));
    }
}
