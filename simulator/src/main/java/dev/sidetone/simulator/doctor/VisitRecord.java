package dev.sidetone.simulator.doctor;

import dev.sidetone.bridge.BridgeConfig;
import dev.sidetone.bridge.agent.AgentEvent;
import dev.sidetone.bridge.agent.AgentFailure;
import dev.sidetone.bridge.agent.SessionName;
import java.util.ArrayList;
import java.util.List;

/** What a visit has shown so far. Owned by one {@link AgentProbe}, on its loop. */
final class VisitRecord {
    /** The step that ends when the agent is ready. */
    static final String SESSION = "session";

    /** An agent may talk, and complain, without end. */
    private static final int MOST = 6;

    private final List<VisitStep> steps;
    private final List<AgentVisit.Words> words = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();

    /** @param before the steps that were taken already */
    VisitRecord(List<VisitStep> before) {
        this.steps = new ArrayList<>(before);
    }

    void add(VisitStep step) {
        steps.add(step);
    }

    /** The agent was ready {@code ms} after the connection was open, and called itself {@code name}. */
    void ready(double ms, SessionName name) {
        String id = name.id().isEmpty() ? "" : ", " + name.id();
        String model = name.model().isEmpty() ? "" : ", model " + name.model();
        steps.add(VisitStep.ok(SESSION, ms, "ready" + id + model));
    }

    /** Adds a step behind the one of that name; without one there is nothing to add to. */
    void addBehind(String name, VisitStep step) {
        for (int i = 0; i < steps.size(); i++) {
            if (steps.get(i).name().equals(name)) {
                steps.add(i + 1, step);
                return;
            }
        }
    }

    /** The step of that name failed, however well it began. */
    void fail(String name, AgentFailure failure) {
        steps.removeIf(step -> step.name().equals(name));
        steps.add(VisitStep.failed(name, failure));
    }

    void said(AgentEvent.Said event) {
        if (words.size() < MOST && !event.text().isBlank()) {
            words.add(new AgentVisit.Words(event.speaker(), event.text()));
        }
    }

    void complain(String what) {
        if (complaints.size() < MOST) {
            complaints.add(what);
        }
    }

    /** All of it, of a visit to {@code agent}. */
    AgentVisit of(BridgeConfig.Agent agent, SessionName session) {
        return new AgentVisit(agent.name(), agent.endpoint().toString(), steps, session, words, complaints);
    }
}
