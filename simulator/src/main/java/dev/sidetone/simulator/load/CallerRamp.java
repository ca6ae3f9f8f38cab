package dev.sidetone.simulator.load;

import dev.sidetone.bridge.time.Metronome;
import dev.sidetone.simulator.CannotRun;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Keeps as many callers calling as are wanted: calls begin at absolute deadlines, no faster than the ramp, and a caller whose call is over calls
 * again where that is wished. Callers are numbered from 0, and the last ones leave first. By the load's thread.
 */
public final class CallerRamp {
    private static final long SECOND_NS = 1_000_000_000L;
    /** Starts that this machine came too late for are caught up with, up to so many. */
    private static final int MOST_CAUGHT_UP = 5;
    /** A caller whose call failed waits so long before the next. */
    private static final long AGAIN_NS = SECOND_NS;
    /** When so many calls are over and not one was answered, nobody is there. */
    private static final int HOPELESS = 10;

    private record Idle(int caller, long fromNs) {}

    private final LoadCalls calls;
    private final long everyNs;
    private final boolean again;
    private final Map<Integer, LoadCall> running = new LinkedHashMap<>();
    private final Set<Integer> leaving = new HashSet<>();
    private final Deque<Idle> idle = new ArrayDeque<>();
    private @Nullable Metronome starts;
    private int wanted;
    private int callers;
    private long placed;
    private long failed;
    private long others;
    private long nowNs;

    /**
     * @param perSecond how many calls begin in a second, at the most
     * @param again whether a caller whose call is over calls again
     */
    CallerRamp(LoadCalls calls, double perSecond, boolean again) {
        this.calls = calls;
        this.everyNs = Math.max(1, Math.round(SECOND_NS / perSecond));
        this.again = again;
    }

    /** Wants so many callers from now on; those that are too many hang up. */
    void want(int number, String why) {
        wanted = number;
        running.forEach((caller, call) -> {
            if (caller >= number && leaving.add(caller)) {
                call.hangUp(why);
            }
        });
    }

    /** Begins the calls that are due. */
    void pulse(long atNs) throws CannotRun {
        nowNs = atNs;
        Metronome grid = starts == null ? new Metronome(atNs, everyNs, MOST_CAUGHT_UP) : starts;
        while (grid.nextNs() - atNs <= 0 && begins(atNs)) {
            grid.advance(atNs);
        }
        // What was not wanted when it was due is not caught up with: the next start begins the grid anew.
        starts = grid.nextNs() - atNs <= 0 ? null : grid;
    }

    private boolean begins(long atNs) throws CannotRun {
        Integer caller = running.size() < wanted ? next(atNs) : null;
        if (caller == null) {
            return false;
        }
        placed++;
        running.put(caller, calls.place(caller, fate -> over(caller, fate)));
        return true;
    }

    private @Nullable Integer next(long atNs) {
        for (Idle one : idle) {
            if (one.caller < wanted && one.fromNs - atNs <= 0) {
                idle.remove(one);
                return one.caller;
            }
        }
        return callers < wanted ? (Integer) callers++ : null;
    }

    private void over(int caller, CallFate fate) {
        running.remove(caller);
        leaving.remove(caller);
        failed += fate == CallFate.FAILED ? 1 : 0;
        others += fate == CallFate.FAILED ? 0 : 1;
        if (again) {
            idle.add(new Idle(caller, fate == CallFate.FAILED ? nowNs + AGAIN_NS : nowNs));
        }
    }

    /** The number of calls that run. */
    public int running() {
        return running.size();
    }

    /** The number of calls that were placed. */
    public long placed() {
        return placed;
    }

    /** Whether several calls failed and none did anything else: there is no server to load. */
    boolean isHopeless() {
        return failed >= HOPELESS && others == 0;
    }
}
