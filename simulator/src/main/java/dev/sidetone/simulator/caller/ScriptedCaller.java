package dev.sidetone.simulator.caller;

import dev.sidetone.bridge.audio.LineFrame;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** A caller who follows a {@link CallerScript}, reacting to what it hears. On the line thread. */
final class ScriptedCaller implements Caller {
    private final Iterator<Step> steps;
    private final AgentSpeechTimer ear = new AgentSpeechTimer();
    private @Nullable Step step;
    private @Nullable Handset handset;

    ScriptedCaller(Iterator<Step> steps) {
        this.steps = steps;
    }

    @Override
    public void answered(Handset phone) {
        handset = phone;
    }

    @Override
    public void ear(LineFrame heard) {
        ear.hear(heard);
    }

    @Override
    public LineFrame mouth() {
        Handset phone = handset;
        while (phone != null && (step != null || steps.hasNext())) {
            Step current = step == null ? steps.next() : step;
            LineFrame frame = current.tick(ear, phone);
            if (frame != null) {
                step = current;
                return frame;
            }
            step = null;
        }
        return LineFrame.SILENCE;
    }

    @Override
    public void hungUp() {
        handset = null;
    }

    @Override
    public boolean knowsItsEdges() {
        return true;
    }
}
