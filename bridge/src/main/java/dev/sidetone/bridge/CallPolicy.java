package dev.sidetone.bridge;

import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The limits and rules of a bridge's calls that do not depend on the agent.
 *
 * @param mostCalls the maximum number of calls at a time; one more hears a busy line
 * @param humanNumber the number that callers are transferred to, or null
 * @param longest the maximum length of a call with the agent
 * @param pages the origins of web pages whose browsers on this machine may call unsigned
 * @param scrapers those who may read the metrics
 */
public record CallPolicy(
        int mostCalls, @Nullable String humanNumber, Duration longest, Set<String> pages, MetricsReaders scrapers) {
    /** More than one process can carry in real time: a limit against accidents. */
    public static final int DEFAULT_MOST_CALLS = 1_000;

    /** Twilio's own maximum. */
    public static final Duration DEFAULT_LONGEST = Duration.ofHours(4);

    public CallPolicy {
        pages = Set.copyOf(pages);
    }

    /** The default limits, without a number for transfers and without pages. */
    public static CallPolicy defaults() {
        return new CallPolicy(DEFAULT_MOST_CALLS, null, DEFAULT_LONGEST, Set.of(), MetricsReaders.THIS_MACHINE);
    }

    public CallPolicy withMostCalls(int most) {
        return new CallPolicy(most, humanNumber, longest, pages, scrapers);
    }

    public CallPolicy withHumanNumber(@Nullable String number) {
        return new CallPolicy(mostCalls, number, longest, pages, scrapers);
    }

    public CallPolicy withLongest(Duration most) {
        return new CallPolicy(mostCalls, humanNumber, most, pages, scrapers);
    }

    public CallPolicy withPages(Set<String> origins) {
        return new CallPolicy(mostCalls, humanNumber, longest, origins, scrapers);
    }

    public CallPolicy withScrapers(MetricsReaders readers) {
        return new CallPolicy(mostCalls, humanNumber, longest, pages, readers);
    }
}
