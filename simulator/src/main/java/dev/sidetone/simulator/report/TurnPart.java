package dev.sidetone.simulator.report;

import dev.sidetone.simulator.timeline.CallResult.Parts;
import dev.sidetone.simulator.timeline.CallResult.Turn;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A part of a turn's time to first audio, under the word that reports use for it. Immutable. */
public final class TurnPart {
    /** All of them, in the order in which they pass. */
    public static final List<TurnPart> ALL = List.of(
            new TurnPart("endpoint", Parts::endpointingMs),
            new TurnPart("agent", Parts::agentMs),
            new TurnPart("bridge", Parts::bridgeMs),
            new TurnPart("line", Parts::lineMs),
            new TurnPart("prompt", Parts::promptMs),
            new TurnPart("token", Parts::firstTokenMs),
            new TurnPart("voice", Parts::voiceMs),
            new TurnPart("playout", Parts::playoutMs),
            new TurnPart("silence", Parts::leadingSilenceMs));

    /** What the words mean where Twilio hears and speaks for the server, in two lines. */
    private static final String OF_RELAY =
            """
              prompt: until Twilio sends the words · token: the server, until its first text
              voice: until Twilio speaks it · playout: wait for the next 20 ms tick
            """;

    /** What the words mean, in two lines. */
    public static final String LEGEND =
            """
              endpoint: the agent notices the end · agent: until its first audio · bridge, line: on the way
              playout: wait for the next 20 ms tick · silence: quiet start of the answer
            """;

    private final String word;
    private final Function<Parts, @Nullable Double> ms;

    private TurnPart(String word, Function<Parts, @Nullable Double> ms) {
        this.word = word;
        this.ms = ms;
    }

    /** What the words of the parts of {@code turns} mean, in two lines. */
    public static String legend(List<Turn> turns) {
        boolean relayed = turns.stream().anyMatch(turn -> turn.parts().firstTokenMs() != null);
        return relayed ? OF_RELAY : LEGEND;
    }

    /** Its word. */
    public String word() {
        return word;
    }

    /** Its length in {@code turn}, or null where that is unknown. */
    public @Nullable Double of(Turn turn) {
        return ms.apply(turn.parts());
    }
}
