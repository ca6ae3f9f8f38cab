package dev.sidetone.simulator.rig;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.bridge.audio.Mulaw;
import dev.sidetone.simulator.findings.Checks;
import dev.sidetone.simulator.findings.KnownSounds;
import dev.sidetone.simulator.timeline.CallResult;
import dev.sidetone.simulator.timeline.CallTimeline;
import dev.sidetone.simulator.timeline.FakeCall;
import dev.sidetone.simulator.timeline.Severity;
import dev.sidetone.simulator.timeline.Spool;
import dev.sidetone.simulator.voice.SpeechSynthesizer;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class PracticeAgentSoundsTest {
    private static final int PAUSE_MS = 2_000;

    @Test
    void everySentenceOfThePracticeAgentIsHeardAtItsOwnRateAndKnownAtAnother() throws Exception {
        KnownSounds known = PracticeAgentSounds.all().get(60, TimeUnit.SECONDS);
        SpeechSynthesizer kevin = SpeechSynthesizer.loaded();
        FakeCall right = call(known);
        double atMs = 200;
        for (String sentence : PracticeAgentSounds.sentences()) {
            byte[] mulaw = kevin.say(sentence).mulaw();
            right.at(atMs).agentSends(mulaw);
            atMs += mulaw.length / 8.0 + PAUSE_MS;

            CallResult slow = call(known).at(200).agentSends(halfSpeed(mulaw)).hangsUpAt(mulaw.length / 4.0 + 2_000);
            assertThat(wrongRates(slow)).as(sentence).containsExactly(Severity.ERROR);
        }
        assertThat(wrongRates(right.hangsUpAt(atMs))).isEmpty();
    }

    private static FakeCall call(KnownSounds known) {
        return FakeCall.into(new CallTimeline("test", Spool.NONE, Checks.forOneCall(known)));
    }

    private static List<Severity> wrongRates(CallResult call) {
        return call.findings().stream()
                .filter(found -> found.code().equals("wrong-rate"))
                .map(CallResult.ReportedFinding::severity)
                .toList();
    }

    private static byte[] halfSpeed(byte[] mulaw) {
        byte[] slow = new byte[2 * mulaw.length];
        for (int i = 0; i < slow.length; i++) {
            int before = Mulaw.decode(mulaw[i / 2]);
            int after = Mulaw.decode(mulaw[Math.min(mulaw.length - 1, (i + 1) / 2)]);
            slow[i] = Mulaw.encode((short) ((before + after) / 2));
        }
        return slow;
    }
}
