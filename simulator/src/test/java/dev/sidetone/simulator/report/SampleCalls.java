package dev.sidetone.simulator.report;

import dev.sidetone.fixtures.ProbeKind;
import dev.sidetone.simulator.findings.StreamCode;
import dev.sidetone.simulator.timeline.CallTimeline;
import dev.sidetone.simulator.timeline.FakeCall;

/** Calls worth reporting on. */
final class SampleCalls {
    private SampleCalls() {}

    /** The demo as the embedded bridge sees it: a greeting, an answer, an interruption, a key. */
    static FakeCall demo(CallTimeline timeline) {
        return FakeCall.into(timeline)
                .at(80.2)
                .agentSends(1500)
                .at(3000)
                .callerSpeaks(1200)
                .at(4709.1)
                .agentHearsEnd()
                .at(4860.3)
                .answerBegins("a1")
                .at(4860.7)
                .answerRelayed("a1")
                .at(4861)
                .agentSendsSilence(40)
                .agentSends(2000)
                .at(4961)
                .agentSends(2000)
                .at(6000)
                .callerSpeaks(800)
                .at(6064)
                .serverClears()
                .at(7310)
                .agentHearsEnd()
                .at(7922.4)
                .answerBegins("a2")
                .at(7922.9)
                .answerRelayed("a2")
                .at(7923.2)
                .agentSends(900)
                .at(11000)
                .callerPresses('5');
    }

    /** Sounds that are no turns, while the agent speaks and while it is silent. */
    static FakeCall probed(CallTimeline timeline) {
        return FakeCall.into(timeline)
                .at(500)
                .callerSpeaks(500)
                .at(1510)
                .agentSends(6000)
                .at(3000)
                .callerProbes(ProbeKind.BACKCHANNEL, 400)
                .at(5000)
                .callerProbes(ProbeKind.SIDE_TALK, 900)
                .at(5210)
                .serverClears()
                .at(9000)
                .callerProbes(ProbeKind.VOCAL_TIC, 300)
                .at(10_000)
                .agentSends(800)
                .at(14_000)
                .callerProbes(ProbeKind.NOISE, 300)
                .at(17_000)
                .callerProbes(ProbeKind.BACKCHANNEL, 400);
    }

    /** What goes wrong with a server of somebody's. */
    static FakeCall troubled(CallTimeline timeline) {
        return FakeCall.into(timeline)
                .at(500)
                .callerSpeaks(1000)
                .at(2100)
                .lineStalls(12)
                .at(2705)
                .agentSends(6000)
                .at(4000)
                .callerSpeaks(700)
                .at(4950)
                .found(StreamCode.INVALID_MESSAGE
                        .found(
                                "The server sent a message that Twilio does not know: event \"speech\", which Twilio answers by"
                                        + " ignoring it and by a warning in its debugger.",
                                "Send only media, mark and clear on a bidirectional stream.")
                        .inMessage(12))
                .at(10000)
                .callerSpeaks(1000)
                .at(10600)
                .agentSends(1000)
                .at(14000)
                .callerSpeaks(500);
    }
}
