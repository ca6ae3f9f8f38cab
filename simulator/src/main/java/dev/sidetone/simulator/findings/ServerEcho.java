package dev.sidetone.simulator.findings;

import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.bridge.audio.SpeechEnergy;
import dev.sidetone.simulator.echo.EchoCorrelator;
import dev.sidetone.simulator.timeline.Fact;
import dev.sidetone.simulator.timeline.Severity;
import java.util.function.Consumer;

/**
 * Finds a server that sends the caller's own voice back: byte for byte, however much later, or recoded within half a second. An echo server
 * does what it should; one that has an agent besides disturbs its callers. Reports once per call.
 */
final class ServerEcho implements Check {
    private static final int LONGEST_DELAY_MS = 500;
    private static final int MEMORY_MS = 2_000;
    private static final float ENOUGH_MS = 1_000;
    /** Two people who speak at once are less than half as alike as this. */
    private static final float LIKENESS = 0.4f;

    private final ReturnedFrames returned = new ReturnedFrames();
    private final EchoCorrelator search = new EchoCorrelator(LONGEST_DELAY_MS, MEMORY_MS);
    private long sentMs;
    private long audibleMs;
    private long alikeMs;
    private boolean reported;

    @Override
    public void tick(Fact.Tick tick, LineFrame said, LineFrame heard, Consumer<Finding> found) {
        if (reported) {
            return;
        }
        if (isVoice(said)) {
            returned.say(said);
        }
        boolean ofServer = tick.heardBytes() > 0 && isVoice(heard);
        boolean compared = search.hear(said, ofServer ? heard : LineFrame.SILENCE);
        if (!ofServer) {
            return;
        }
        audibleMs += LineFrame.MS;
        alikeMs += compared && search.frameLikeness() >= LIKENESS ? LineFrame.MS : 0;
        if (search.evidenceMs() >= ENOUGH_MS && search.likeness() >= LIKENESS && alikeMs >= ENOUGH_MS / 2) {
            boolean nothingElse = 2 * alikeMs >= audibleMs;
            long delayMs = search.delaySamples() * 1000L / LineFrame.RATE_HZ;
            report(
                    nothingElse ? Severity.INFO : Severity.WARNING,
                    delayMs + " ms after it was said: the caller hears itself"
                            + (nothingElse ? "" : " beside the agent"),
                    found);
        }
    }

    /** An agent that says later what the caller has said is no echo: three quarters of what comes must be the caller's. */
    @Override
    public void media(Fact.MediaArrived media, byte[] mulaw, Consumer<Finding> found) {
        if (reported) {
            return;
        }
        for (int at = 0; at + SpeechEnergy.WINDOW <= mulaw.length; at += SpeechEnergy.WINDOW) {
            boolean audible = SpeechEnergy.isAudible(SpeechEnergy.dbm0(mulaw, at, SpeechEnergy.WINDOW));
            sentMs += audible ? LineFrame.MS / 2 : 0;
        }
        long returnedMs = returned.arrive(mulaw);
        if (returnedMs >= ENOUGH_MS && 4 * returnedMs >= 3 * sentMs) {
            report(Severity.INFO, "byte for byte: the caller hears itself", found);
        }
    }

    private void report(Severity severity, String how, Consumer<Finding> found) {
        reported = true;
        found.accept(
                StreamCode.SERVER_ECHO.found(severity, "The server sends the caller's own voice back, " + how + "."));
    }

    private static boolean isVoice(LineFrame frame) {
        return SpeechEnergy.isAudible(frame.dbm0(0)) && SpeechEnergy.isAudible(frame.dbm0(1));
    }
}
