package dev.sidetone.simulator.wire;

import dev.sidetone.simulator.timeline.CallClock;
import dev.sidetone.simulator.timeline.Fact;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The latest messages of a call on its wires, in order; those with sound folded into runs. Bounded: what is older than
 * {@value #MOST_ROWS} rows or {@value #MOST_CHARS} characters is dropped and counted. Listens to a timeline or to a recording's facts on one thread, away from the audio's
 * path; any thread reads.
 */
public final class WireLog implements Consumer<Fact> {
    /** The number of rows that are kept. */
    public static final int MOST_ROWS = 10_000;

    /** The number of characters of messages that are kept. */
    static final int MOST_CHARS = 4_000_000;

    private final CallClock clock = new CallClock();
    private final WireMessages messages = new WireMessages(this::add);
    private final Deque<OpenRow> rows = new ArrayDeque<>();
    private final Map<String, OpenRow> running = new HashMap<>();
    private final int mostRows;
    private long nextId;
    private long dropped;
    private long chars;

    /**
     * What is new since an earlier reading.
     *
     * @param firstId the oldest row that is kept; {@code firstId} rows were dropped before it
     * @param fromId the row from which {@code rows} replace everything that was read before
     * @param rows the rows from {@code fromId} on, without a gap
     * @param openId the row to read from next time: older ones do not change any more
     * @param dropped how many messages the dropped rows stood for
     */
    public record Reading(long firstId, long fromId, List<WireRow> rows, long openId, long dropped) {}

    public WireLog() {
        this(MOST_ROWS);
    }

    /** @param mostRows the number of rows that are kept */
    public WireLog(int mostRows) {
        this.mostRows = mostRows;
    }

    @Override
    public synchronized void accept(Fact fact) {
        clock.fold(fact);
        messages.accept(fact);
    }

    /** What there is from row {@code fromId} on. Any thread. */
    public synchronized Reading since(long fromId) {
        long firstId = nextId - rows.size();
        long from = Math.max(firstId, fromId);
        List<WireRow> read = new ArrayList<>();
        Iterator<OpenRow> newest = rows.descendingIterator();
        for (long id = nextId - 1; id >= from; id--) {
            read.add(newest.next().row(clock));
        }
        Collections.reverse(read);
        return new Reading(firstId, from, read, openId(), dropped);
    }

    private long openId() {
        long open = nextId;
        for (OpenRow row : running.values()) {
            open = Math.min(open, row.id());
        }
        return Math.max(open, nextId - rows.size());
    }

    private void add(PassedMessage message) {
        OpenRow run = running.get(message.way());
        if (run != null && run.takes(message)) {
            run.add(message);
            return;
        }
        OpenRow row = new OpenRow(nextId++, message);
        if (message.bytes() > 0) {
            running.put(message.way(), row);
        } else {
            running.remove(message.way());
        }
        rows.addLast(row);
        chars += row.chars();
        while (rows.size() > mostRows || chars > MOST_CHARS) {
            OpenRow oldest = rows.removeFirst();
            chars -= oldest.chars();
            dropped += oldest.count();
            running.values().remove(oldest);
        }
    }
}
