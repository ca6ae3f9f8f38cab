package dev.sidetone.simulator.agent;

import dev.sidetone.bridge.text.ForeignText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Puts into words what a fake agent refused, and what it took without doing it, each once. What is not emulated is said once for all
 * sessions. Owned by one thread, which calls it now and then.
 */
public final class AgentNews {
    /** How much of a session's log was reported. */
    private record Reported(int errors, int notes) {}

    private final FakeAgent agent;
    private final Map<AgentLog, Reported> reported = new HashMap<>();
    private final Set<String> notEmulated = new HashSet<>();
    private int refusals;

    public AgentNews(FakeAgent agent) {
        this.agent = agent;
    }

    /** The lines of what happened since the last call. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (FakeAgent.Refusal refusal : agent.refusals()) {
            if (refusal.number() > refusals) {
                refusals = refusal.number();
                lines.add("refused with HTTP " + refusal.httpStatus() + ": " + refusal.message());
            }
        }
        int session = agent.firstSession();
        List<AgentLog> logs = agent.logs();
        reported.keySet().retainAll(Set.copyOf(logs));
        for (AgentLog log : logs) {
            String name = "session " + session++ + ": ";
            news(log).forEach(line -> lines.add(name + line));
        }
        lines.replaceAll(ForeignText::line);
        return lines;
    }

    private List<String> news(AgentLog log) {
        Reported before = reported.getOrDefault(log, new Reported(0, 0));
        List<AgentLog.SentError> errors = log.sentErrors();
        List<AgentLog.Note> notes = log.notes();
        reported.put(log, new Reported(errors.size(), notes.size()));
        List<String> lines = new ArrayList<>();
        errors.subList(before.errors(), errors.size()).forEach(error -> lines.add("refused: " + words(error)));
        for (AgentLog.Note note : notes.subList(before.notes(), notes.size())) {
            if (!note.text().startsWith(AgentLog.NOT_EMULATED) || notEmulated.add(note.text())) {
                lines.add(note.text());
            }
        }
        return lines;
    }

    private static String words(AgentLog.SentError error) {
        String where = error.param() == null ? "" : " (" + error.param() + ")";
        return error.code() + where + ": " + error.message();
    }
}
