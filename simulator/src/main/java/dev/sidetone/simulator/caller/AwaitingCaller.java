package dev.sidetone.simulator.caller;

import dev.sidetone.bridge.audio.LineFrame;
import org.jspecify.annotations.Nullable;

/**
 * A caller who is silent until a two-way stream is open, since nobody could answer before. The one who then speaks is answered at that
 * moment. Hangs up when for half a minute nothing is heard and no stream has come. On the line thread.
 */
final class AwaitingCaller implements Caller {
    /** A stream that opens at once, as most do, is not worth a word. */
    static final int UNTOLD_MS = 500;

    static final int MOST_QUIET_MS = 30_000;

    private final Caller caller;
    private final AgentSpeechTimer line = new AgentSpeechTimer();
    private @Nullable Handset handset;
    private boolean begun;
    private int waitedMs;

    AwaitingCaller(Caller caller) {
        this.caller = caller;
    }

    @Override
    public void answered(Handset phone) {
        handset = phone;
    }

    @Override
    public void streamStarted() {
        Handset phone = handset;
        if (!begun && phone != null) {
            begun = true;
            caller.answered(phone);
        }
        caller.streamStarted();
    }

    @Override
    public void ear(LineFrame heard) {
        if (begun) {
            caller.ear(heard);
        } else {
            line.hear(heard);
        }
    }

    @Override
    public LineFrame mouth() {
        if (begun) {
            return caller.mouth();
        }
        waitedMs += LineFrame.MS;
        Handset phone = handset;
        if (phone != null) {
            await(phone);
        }
        return LineFrame.SILENCE;
    }

    private void await(Handset phone) {
        if (waitedMs == UNTOLD_MS) {
            phone.note("the caller waits for a two-way stream before it speaks (with --speak-early it does not)");
        }
        if (Math.min(waitedMs, line.quietMs()) >= MOST_QUIET_MS) {
            phone.note("no two-way stream came, and nothing was heard for " + MOST_QUIET_MS / 1000
                    + " s: the caller hangs up");
            phone.hangUp();
        }
    }

    @Override
    public void hungUp() {
        caller.hungUp();
    }

    @Override
    public boolean knowsItsEdges() {
        return caller.knowsItsEdges();
    }

    @Override
    public long clockCorrections() {
        return caller.clockCorrections();
    }
}
