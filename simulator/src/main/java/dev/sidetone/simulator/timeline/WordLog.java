package dev.sidetone.simulator.timeline;

import dev.sidetone.bridge.text.ForeignText;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The words of a call, as the agent's wire wrote them down: the latest {@value #MOST_WORDS}. Listens to a timeline; any thread reads. */
public final class WordLog implements Consumer<Fact> {
    /** The number of utterances that are kept. */
    public static final int MOST_WORDS = 5_000;

    private static final int MOST_CHARS = 20_000;

    private final CallClock clock = new CallClock();
    private final List<Words> kept = new ArrayList<>();
    private volatile List<Words> read = List.of();

    /**
     * An utterance.
     *
     * @param atMs when it was written down, on the call's clock; null before that runs
     * @param speaker {@code caller} or {@code agent}
     */
    public record Words(@Nullable Double atMs, String speaker, String text) {}

    @Override
    public synchronized void accept(Fact fact) {
        clock.fold(fact);
        if (fact instanceof Fact.Transcribed spoken) {
            if (kept.size() == MOST_WORDS) {
                kept.subList(0, MOST_WORDS / 10).clear();
            }
            kept.add(new Words(
                    clock.atMsOrNull(spoken.atNs()),
                    ForeignText.line(spoken.speaker()),
                    ForeignText.line(spoken.text().strip(), MOST_CHARS)));
            read = List.copyOf(kept);
        }
    }

    /** The utterances so far, in order; the same list while there is no other. */
    public List<Words> words() {
        return read;
    }
}
