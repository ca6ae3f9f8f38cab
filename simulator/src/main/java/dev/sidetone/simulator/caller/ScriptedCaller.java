package dev.sidetone.simulator.caller;

import dev.sidetone.bridge.audio.LineFrame;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** A caller that follows a {@link CallerScript} and reacts to what it hears. On the line thread. */
final class ScriptedCaller implements Caller {
    private final Iterator<ScriptStep> steps;
    private final AgentSpeechTimer agent = new AgentSpeechTimer();
    private @Nullable ScriptStep step;
    private @Nullable Handset handset;

    ScriptedCaller(Iterator<ScriptStep> steps) {
        this.steps = steps;
    }

    @Override
    public void answered(Handset phone) {
        handset = phone;
    }

    @Override
    public void ear(LineFrame heard) {
        agent.hear(heard);
    }

    @Override
    public LineFrame mouth() {
        Handset phone = handset;
        while (phone != null && (step != null || steps.hasNext())) {
            ScriptStep current = step == null ? steps.next() : step;
            LineFrame frame = current.tick(agent, phone);
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
