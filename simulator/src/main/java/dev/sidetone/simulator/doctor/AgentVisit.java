package dev.sidetone.simulator.doctor;

import dev.sidetone.bridge.agent.AgentEvent.Speaker;
import dev.sidetone.bridge.agent.SessionName;
import dev.sidetone.bridge.text.ForeignText;
import java.util.List;

/**
 * What came of one visit to an agent. Immutable.
 *
 * @param agent the agent's name, as in {@code --agent}
 * @param address where it was visited: origin and path
 * @param steps the steps that were taken, in order; the last one may have failed
 * @param session the session's name and model, as the agent gave them
 * @param words what was said, as the agent reported it
 * @param complaints what the agent called wrong while it went on
 * @param notices what its vendor is about to switch off, a sentence each
 */
public record AgentVisit(
        String agent,
        String address,
        List<VisitStep> steps,
        SessionName session,
        List<Words> words,
        List<String> complaints,
        List<String> notices) {
    /** Words of one side. */
    public record Words(Speaker speaker, String text) {
        public Words {
            text = ForeignText.line(text);
        }
    }

    AgentVisit(
            String agent,
            String address,
            List<VisitStep> steps,
            SessionName session,
            List<Words> words,
            List<String> complaints) {
        this(agent, address, steps, session, words, complaints, List.of());
    }

    public AgentVisit {
        steps = List.copyOf(steps);
        session = new SessionName(ForeignText.line(session.id()), ForeignText.line(session.model()));
        words = List.copyOf(words);
        complaints = complaints.stream().map(ForeignText::line).toList();
        notices = notices.stream().map(ForeignText::line).toList();
    }

    /** The same with {@code others} as its notices. */
    AgentVisit withNotices(List<String> others) {
        return new AgentVisit(agent, address, steps, session, words, complaints, others);
    }

    /** Whether the agent answered: no step failed. */
    public boolean isGood() {
        return steps.stream().noneMatch(VisitStep::isFailed);
    }
}
