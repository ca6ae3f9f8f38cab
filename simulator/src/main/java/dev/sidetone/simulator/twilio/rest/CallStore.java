package dev.sidetone.simulator.twilio.rest;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Stores the records of every call: those that run and the last ones that ended. For any thread. */
public final class CallStore {
    /** Of the calls that ended the last so many are remembered. */
    public static final int MOST_ENDED = 10_000;

    private final Clock clock;
    private final int mostEnded;
    private final Map<String, CallRecord> entries = new ConcurrentHashMap<>();
    private final Queue<String> ended = new ConcurrentLinkedQueue<>();
    private final AtomicInteger endedCount = new AtomicInteger();
    private final AtomicLong order = new AtomicLong();

    /** @param clock the time of day, for people to read */
    public CallStore(Clock clock) {
        this(clock, MOST_ENDED);
    }

    CallStore(Clock clock, int mostEnded) {
        this.clock = clock;
        this.mostEnded = mostEnded;
    }

    /** Stores a call that begins. */
    public CallRecord enter(CallRecord.Call call, CallHandle live) {
        CallRecord entry = new CallRecord(call, clock, live, order.incrementAndGet(), () -> forgetOld(call.sid()));
        entries.put(call.sid(), entry);
        return entry;
    }

    @Nullable
    CallRecord find(String sid) {
        return entries.get(sid);
    }

    /** Removes a call. */
    void remove(String sid) {
        entries.remove(sid);
    }

    /** The calls, the last one first. */
    List<CallRecord> newestFirst() {
        return entries.values().stream()
                .sorted(Comparator.comparingLong(CallRecord::order).reversed())
                .toList();
    }

    /** The alerts of all calls, those of the last call first. */
    Stream<Alert> alerts() {
        return newestFirst().stream().flatMap(entry -> reversed(entry.alerts()));
    }

    /** The number of calls that a server asked for and that are not over. */
    long outboundUnderWay() {
        return entries.values().stream()
                .filter(entry ->
                        !entry.status().isOver() && entry.call().direction().equals("outbound-api"))
                .count();
    }

    private void forgetOld(String sid) {
        ended.add(sid);
        if (endedCount.incrementAndGet() > mostEnded) {
            endedCount.decrementAndGet();
            String oldest = ended.poll();
            if (oldest != null) {
                entries.remove(oldest);
            }
        }
    }

    private static Stream<Alert> reversed(List<Alert> alerts) {
        Alert[] all = alerts.toArray(Alert[]::new);
        return Stream.iterate(all.length - 1, i -> i >= 0, i -> i - 1).map(i -> all[i]);
    }
}
