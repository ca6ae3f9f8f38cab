package dev.sidetone.bench.simulation;

import java.util.List;
import java.util.Locale;

/**
 * A fault at its moment. Immutable.
 *
 * @param atMs since the scenario began
 * @param call the call whose wire, tool or webhook it strikes, from 1; 0 where it strikes all
 * @param ms how long it lasts; 0 for one of a moment
 */
public record TimedFault(int atMs, Kind kind, int call, int ms) {
    /** The kinds of fault. */
    public enum Kind {
        /** The stream's connection breaks, and neither side is notified. */
        LINE_CUT,
        /** The stream's connection is reset. */
        LINE_LOST,
        /** What is sent on the stream, both ways, arrives late and in a burst. */
        LINE_HELD,
        /** Twilio reads no more from the stream. */
        LINE_UNREAD,
        AGENT_CUT,
        AGENT_LOST,
        AGENT_HELD,
        AGENT_UNREAD,
        /** The agent takes no new connection: its server is at its limit. */
        AGENT_REFUSES,
        /** Nobody listens at the agent's address. */
        AGENT_GONE,
        /** The bridge's webhooks answer with 500. */
        WEBHOOK_FAILS,
        /** The REST API answers with 500. */
        REST_FAILS,
        /** The REST API takes so long. */
        REST_SLOW,
        /** Somebody ends the call over the REST API. */
        REST_HANG_UP,
        /** The tool answers with an error. */
        TOOL_FAILS,
        /** The tool's answer is no JSON. */
        TOOL_NO_JSON,
        /** The tool does not answer. */
        TOOL_SILENT,
        /** The whole process stands still, as a laptop that sleeps: what fell due runs late. */
        STANDSTILL,
        /** The bridge alone stands still: when it goes on, its timers run before it reads what arrived. */
        BRIDGE_STANDSTILL,
        /** The same, but that it reads first. */
        BRIDGE_STANDSTILL_READS_FIRST,
        /** The time of day is set forward; the clock that measures goes on. */
        CALENDAR_FORWARD,
        CALENDAR_BACK
    }

    static TimedFault parse(List<String> words) {
        return new TimedFault(
                Integer.parseInt(words.get(0)),
                named(Kind.class, words.get(1)),
                Integer.parseInt(words.get(2)),
                Integer.parseInt(words.get(3)));
    }

    /** Whether it may end a stream of Twilio's without a word: whoever stands still by himself is to blame for nothing. */
    boolean mayLoseTheLine() {
        return switch (kind) {
            case LINE_CUT, LINE_LOST, LINE_HELD, LINE_UNREAD, STANDSTILL -> true;
            default -> false;
        };
    }

    /** Whether it may end a session with the agent. */
    boolean mayLoseTheAgent() {
        return switch (kind) {
            case AGENT_CUT, AGENT_LOST, AGENT_HELD, AGENT_UNREAD, AGENT_REFUSES, AGENT_GONE -> true;
            default -> false;
        };
    }

    boolean strikes(int number) {
        return call == 0 || call == number;
    }

    static String word(Enum<?> kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static <E extends Enum<E>> E named(Class<E> kinds, String word) {
        return Enum.valueOf(kinds, word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    @Override
    public String toString() {
        return atMs + " " + word(kind) + " " + call + " " + ms;
    }
}
