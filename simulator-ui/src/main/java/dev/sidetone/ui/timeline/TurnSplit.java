package dev.sidetone.ui.timeline;

import dev.sidetone.simulator.timeline.CallResult.Parts;
import dev.sidetone.simulator.timeline.CallResult.Turn;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A turn's TTFA in the three parts that a picture has room for. Stateless. */
final class TurnSplit {
    private TurnSplit() {}

    /** One part. */
    record Part(String word, TimelineColor color, double ms) {}

    /** The parts in the order in which they pass, together as long as the TTFA; empty where the agent's is not known. */
    static List<Part> of(Turn turn) {
        Double ttfaMs = turn.ttfaMs();
        Parts parts = turn.parts();
        Double agentMs = parts.agentMs();
        if (ttfaMs == null || agentMs == null) {
            return List.of();
        }
        List<Part> split = new ArrayList<>();
        double endpointMs = atMost(parts.endpointingMs(), ttfaMs);
        double thinkingMs = atMost(agentMs, ttfaMs - endpointMs);
        add(split, "endpoint", TimelineColor.ENDPOINT, endpointMs);
        add(split, "agent", TimelineColor.THINKING, thinkingMs);
        add(split, "rest", TimelineColor.REST, ttfaMs - endpointMs - thinkingMs);
        return List.copyOf(split);
    }

    private static double atMost(@Nullable Double ms, double most) {
        return ms == null ? 0 : Math.max(0, Math.min(ms, most));
    }

    private static void add(List<Part> split, String word, TimelineColor color, double ms) {
        if (ms > 0) {
            split.add(new Part(word, color, ms));
        }
    }

    /** The parts in words, such as {@code endpoint 512 · agent 151 · rest 7 ms}; empty where they are not known. */
    static String words(Turn turn) {
        List<String> words = of(turn).stream()
                .map(part -> part.word() + " " + Math.round(part.ms()))
                .toList();
        return words.isEmpty() ? "" : String.join(" · ", words) + " ms";
    }
}
