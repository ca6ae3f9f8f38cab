package dev.sidetone.simulator.agent.gptlive;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;

/**
 * The words of both speakers, in fragments that carry their own blanks and come later than the sound. What the agent does not come to say has
 * no words. One per session, on its loop.
 */
final class LiveTranscripts {
    /** The grid of the times. */
    private static final long GRID_MS = 200;
    /** What an agent says is written down so much later. */
    private static final long LATE_MS = 300;

    /** Words that were said at {@code atMs} of the track. */
    private record Fragment(String words, long atMs) {}

    private final ArrayDeque<Fragment> agents = new ArrayDeque<>();
    private final GptLiveOutput to;

    LiveTranscripts(GptLiveOutput to) {
        this.to = to;
    }

    /** The caller said {@code words} since {@code startMs}. */
    void caller(String words, long startMs) {
        send("session.input_transcript.delta", " " + words, startMs);
    }

    /** The agent is about to say {@code words}. */
    void agent(String words) {
        agents.add(new Fragment(" " + words.strip(), to.clockMs()));
    }

    /** The track has moved on. */
    void advance() {
        while (!agents.isEmpty() && agents.element().atMs() + LATE_MS <= to.clockMs()) {
            Fragment fragment = agents.remove();
            send("session.output_transcript.delta", fragment.words(), fragment.atMs());
        }
    }

    /** The agent has fallen silent: what it said last is the end of it. */
    void fallSilent() {
        agents.removeIf(fragment -> fragment.atMs() + GRID_MS > to.clockMs());
    }

    private void send(String type, String words, long startMs) {
        long start = Math.max(0, startMs / GRID_MS * GRID_MS);
        ObjectNode message = to.message(type, null).put("delta", words).put("start_ms", start);
        to.send(message.put("end_ms", Math.max(start, to.clockMs() / GRID_MS * GRID_MS) + GRID_MS));
    }
}
