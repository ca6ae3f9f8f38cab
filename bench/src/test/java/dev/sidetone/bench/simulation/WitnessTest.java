package dev.sidetone.bench.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.bridge.audio.MulawChunk;
import dev.sidetone.bridge.twilio.FromTwilio;
import dev.sidetone.bridge.twilio.ToTwilio;
import dev.sidetone.simulator.timeline.Fact;
import dev.sidetone.simulator.voice.Speech;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Each rule sees what breaks it, in facts that no program should bring about. */
class WitnessTest {
    private final List<String> broken = new ArrayList<>();

    @Test
    void audioThatIsNeitherHeardNorQueuedIsMissed() {
        AudioAccount audio = new AudioAccount(broken::add);
        audio.fact(new Fact.StreamStarted(0, "MZ"));
        audio.sent(new ToTwilio.Media("MZ", MulawChunk.of(new byte[320])));
        audio.fact(new Fact.MediaArrived(0, 1, 320));
        audio.tick(tick(160, 160), LineFrame.SILENCE, LineFrame.SILENCE);
        assertThat(broken).isEmpty();
        audio.tick(tick(80, 0), LineFrame.SILENCE, LineFrame.SILENCE);
        assertThat(broken).hasSize(1);
    }

    @Test
    void audioThatTheBridgeNeverSentIsSeen() {
        AudioAccount audio = new AudioAccount(broken::add);
        audio.fact(new Fact.StreamStarted(0, "MZ"));
        audio.fact(new Fact.MediaArrived(0, 1, 160));
        assertThat(broken).hasSize(1);
    }

    @Test
    void aMarkThatAClearKeepsIsMissed() {
        MarkAccount marks = new MarkAccount(broken::add);
        marks.fact(new Fact.MarkArrived(0, 1, "s1"));
        marks.fact(new Fact.ClearArrived(0, 2, 160, 1));
        assertThat(broken).isEmpty();
        marks.fact(new Fact.MediaArrived(0, 3, 160));
        assertThat(broken).hasSize(1);
    }

    @Test
    void marksThatComeBackInAnotherOrderAreSeen() {
        MarkAccount marks = new MarkAccount(broken::add);
        marks.sent(new ToTwilio.Mark("MZ", "s1"));
        marks.sent(new ToTwilio.Mark("MZ", "s2"));
        marks.read(new FromTwilio.Mark(1, "s2", "MZ"));
        assertThat(broken).hasSize(1);
    }

    @Test
    void aFrameThatIsReadTwiceIsSeen() {
        FrameAccount frames = new FrameAccount(broken::add);
        frames.read(new FromTwilio.Media(1, 1, 20, MulawChunk.of(new byte[160]), "MZ"));
        frames.read(new FromTwilio.Media(2, 1, 40, MulawChunk.of(new byte[160]), "MZ"));
        assertThat(broken).hasSize(1);
    }

    @Test
    void anAnswerThatIsHeardAfterItWasCutIsRecognised() {
        AnswersApart answers = new AnswersApart(broken::add);
        hear(answers, 900);
        answers.fact(new Fact.ClearArrived(0, 1, 160, 0));
        hear(answers, 1_000);
        assertThat(broken).isEmpty();
        hear(answers, 900);
        assertThat(broken).hasSize(1);
    }

    @Test
    void everyAnswerOfEveryCallIsRecognisedByItsPitch() {
        for (int call = 1; call <= 3; call++) {
            for (int index = 0; index < 6; index++) {
                int hz = AnswerTones.answerHz(call, index);
                assertThat(AnswerTones.pitch(frame(hz))).isEqualTo(hz);
            }
        }
        assertThat(AnswerTones.pitch(LineFrame.SILENCE)).isEqualTo(AnswerTones.NONE);
    }

    private static void hear(AnswersApart answers, int hz) {
        for (int i = 0; i < 3; i++) {
            answers.tick(tick(160, 0), LineFrame.SILENCE, frame(hz));
        }
    }

    private static LineFrame frame(int hz) {
        return LineFrame.of(Arrays.copyOf(Speech.tone(20, hz).mulaw(), LineFrame.BYTES));
    }

    private static Fact.Tick tick(int heardBytes, int queuedBytes) {
        return new Fact.Tick(0, 0, 0, -90, -90, -20, -20, heardBytes, queuedBytes);
    }
}
