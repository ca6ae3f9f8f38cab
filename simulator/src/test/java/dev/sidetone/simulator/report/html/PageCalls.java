package dev.sidetone.simulator.report.html;

import dev.sidetone.simulator.findings.Checks;
import dev.sidetone.simulator.findings.StreamCode;
import dev.sidetone.simulator.report.CallTrace;
import dev.sidetone.simulator.scenario.Checked;
import dev.sidetone.simulator.sound.TwoChannels;
import dev.sidetone.simulator.timeline.CallResult;
import dev.sidetone.simulator.timeline.CallTimeline;
import dev.sidetone.simulator.timeline.FakeCall;
import dev.sidetone.simulator.timeline.Spool;
import java.util.List;

/** Calls worth a page. */
final class PageCalls {
    /** What a stranger may say to break out of a page. */
    static final String HOSTILE = "</script><script>window.broken=1</script><img src=x onerror='window.broken=1'>"
            + "\" onload=\"window.broken=1\" {{json}} &lt; \u2028\u202e";

    private static final int RATE_HZ = 8000;
    private static final int SECONDS = 15;

    private PageCalls() {}

    /** Everything that a page shows, once at least. */
    static PageCall eventful() {
        CallTrace trace = new CallTrace();
        CallTimeline timeline = new CallTimeline("0.1.0", Spool.NONE, Checks.forOneCall());
        timeline.listen(trace);
        CallResult result = FakeCall.into(timeline)
                .at(80.2)
                .agentSends(1500)
                .serverMarks("a")
                .at(300)
                .someoneSays("agent", "Hello, this is a long greeting, in which a caller is told of all that there is.")
                .at(1580)
                .markReturns("a", true)
                .at(2000)
                .callerSpeaks(1000)
                .at(3100)
                .someoneSays("caller", HOSTILE)
                .at(3500)
                .agentHearsEnd()
                .at(3650)
                .answerBegins("a1")
                .at(3650.4)
                .answerRelayed("a1")
                .at(3651)
                .agentSends(4000)
                .serverMarks("b")
                .at(4500)
                .someoneSays("agent", "We are open from nine until six.")
                .at(5000)
                .callerSpeaks(800)
                .at(5064)
                .serverClears()
                .markReturns("b", false)
                .at(5300)
                .found(StreamCode.INVALID_MESSAGE.found(HOSTILE, HOSTILE).inMessage(12))
                .at(6700)
                .agentSends(900)
                .at(7900)
                .callerPresses('5')
                .at(8000)
                .callerSpeaks(700)
                .at(8100)
                .lineStalls(12)
                .at(10_200)
                .agentSends(5000)
                .at(11_000)
                .callerSpeaks(2000)
                .hangsUpAt(SECONDS * 1000);
        return new PageCall(
                        HOSTILE, false, result, sound(result), trace, List.of(), List.of("A note about the recording."))
                .expecting(List.of(
                        new Checked(4, "the agent within 900 ms", "heard after 660.0 ms", 2000.0, true),
                        new Checked(9, "silence within 50 ms " + HOSTILE, "silent after 80 ms", 5000.0, false),
                        new Checked(11, "the agent within 2 s", "heard after 1 s (not judged)", 9000.0, null)));
    }

    /** A call with nothing but its result and its sound, as a scored recording is. */
    static PageCall plain(String name) {
        CallResult result = FakeCall.placed()
                .at(80)
                .agentSends(800)
                .at(2000)
                .callerSpeaks(1000)
                .at(3905)
                .agentSends(900)
                .hangsUpAt(6000);
        return new PageCall(name, true, result, sound(result), null, List.of(), List.of());
    }

    /** A tone wherever somebody speaks, as far as that matters here. */
    private static PageSound sound(CallResult result) {
        short[] caller = new short[RATE_HZ * SECONDS];
        short[] agent = new short[RATE_HZ * SECONDS];
        result.turns().forEach(turn -> tone(caller, turn.callerStartAtMs(), turn.callerEndAtMs()));
        tone(agent, 80, 1580);
        result.turns().forEach(turn -> {
            Double heardMs = turn.firstAudibleAtMs();
            if (heardMs != null) {
                tone(agent, heardMs, heardMs + 900);
            }
        });
        return new PageSound(new TwoChannels(caller, agent), true, 0);
    }

    private static void tone(short[] samples, double fromMs, double toMs) {
        for (int i = (int) Math.max(0, fromMs * 8); i < Math.min(samples.length, toMs * 8); i++) {
            samples[i] = (short) (8000 * Math.sin(i * 0.35) * Math.abs(Math.sin(i / 900.0)));
        }
    }
}
