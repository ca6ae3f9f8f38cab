package dev.sidetone.simulator.line;

import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.bridge.time.Metronome;
import dev.sidetone.bridge.time.Patience;
import dev.sidetone.bridge.time.Timers;
import dev.sidetone.simulator.caller.Caller;
import dev.sidetone.simulator.findings.Finding;
import dev.sidetone.simulator.line.fault.FaultInjector;
import dev.sidetone.simulator.line.loop.CallScheduler;
import dev.sidetone.simulator.line.loop.LineLoop;
import dev.sidetone.simulator.line.net.Network;
import dev.sidetone.simulator.line.net.UrlCredentials;
import dev.sidetone.simulator.line.stream.CallStreams;
import dev.sidetone.simulator.line.stream.StreamFindings;
import dev.sidetone.simulator.timeline.EndedBy;
import dev.sidetone.simulator.timeline.Fact;
import dev.sidetone.simulator.timeline.FactSink;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One phone call on the line, whoever the carrier is: from its answer on it ticks every 20 ms, at which the caller hears a frame and says
 * one. The carrier above it answers it, plays to the caller through {@link #audio}, opens {@link #streams} and hangs up; what happens is
 * reported to its {@link CallObserver}. Owned by the line thread. Late ticks are caught up in a burst; those that were given up leave a
 * hole in the tick numbers, which are places on the grid.
 */
public final class LineCall {
    /** The first frame goes out so long after the answer. */
    public static final long FIRST_NS = 2_000_000;
    /** More than this is given up: 100 ms. */
    public static final int MOST_CAUGHT_UP = 5;
    /** A line that stood still for so long, two seconds, is not the same call any more. */
    public static final long SUSPENDED_NS = Patience.of(2_000_000_000L);

    private static final Logger LOG = LoggerFactory.getLogger(LineCall.class);

    private enum State {
        /** The caller hears nothing yet. */
        RINGING,
        /** The caller is on the line: the call ticks. */
        UP,
        /** The streams were stopped; their sockets are still closing. */
        HANGING_UP,
        ENDED
    }

    private final FactSink facts;
    private final CallObserver observer;
    private final CallScheduler scheduler;
    private final CallStreams streams;
    private final CallAudio audio;

    private State state = State.RINGING;
    private boolean answered;
    private @Nullable ReleaseCause cause;
    private EndedBy endedBy = EndedBy.FAULT;
    private String endedWhy = "";
    private Timers.@Nullable Timer ticking;
    private boolean streamed;
    private long tick;
    private long lastNs;

    public LineCall(
            LineLoop line,
            Network network,
            Caller caller,
            FaultInjector faults,
            FactSink facts,
            CallObserver observer) {
        this.facts = facts;
        this.observer = observer;
        this.scheduler = new CallScheduler(line, this::broke);
        this.streams = new CallStreams(scheduler, network, faults, facts, this::found, this::streamStarted);
        this.audio = new CallAudio(caller, faults, facts, observer::key);
        audio.tap(streams);
    }

    /** The call's time: a timer of a call that is over never fires. */
    public CallScheduler scheduler() {
        return scheduler;
    }

    /** The streams between the call and servers. */
    public CallStreams streams() {
        return streams;
    }

    /** The sound that the carrier plays to the caller, and the taps that listen to the call. */
    public CallAudio audio() {
        return audio;
    }

    /** Returns whether nobody has answered the call, and it is not over. */
    public boolean isRinging() {
        return state == State.RINGING;
    }

    /** Returns whether the caller is on the line. */
    public boolean isUp() {
        return state == State.UP;
    }

    /** Picks the call up, unless it is. */
    public void answer() {
        if (state != State.RINGING) {
            return;
        }
        become(State.UP, "answered");
        answered = true;
        observer.answered();
        lastNs = scheduler.nowNs();
        facts.add(new Fact.CallAnswered(lastNs));
        audio.begin(lastNs);
        tickFrom(lastNs);
    }

    /** Ends the call: streams are stopped first, and the end is reported when their sockets are closed. The first reason stands. */
    public void hangUp(EndedBy by, String why) {
        if (state == State.HANGING_UP || state == State.ENDED) {
            return;
        }
        endedBy = by;
        endedWhy = why;
        become(State.HANGING_UP, why);
        observer.ending(ending());
        streams.stopAll(this::end);
    }

    /** Ends the call; one that was not answered ends for this cause. */
    public void reject(ReleaseCause why, EndedBy by, String words) {
        cause = why;
        hangUp(by, words);
    }

    /** Ends the call without waiting for any server. */
    public void abandon(EndedBy by, String why) {
        if (state == State.ENDED) {
            return;
        }
        if (state != State.HANGING_UP) {
            endedBy = by;
            endedWhy = why;
        }
        end();
    }

    /** Adds a fact to the call's timeline. */
    public void add(Fact fact) {
        facts.add(fact);
    }

    /** Adds a note for people to the timeline, without the credentials of its URLs. */
    public void note(String text) {
        facts.add(new Fact.Noted(scheduler.nowNs(), UrlCredentials.brief(text)));
    }

    /** Something is wrong with the call. */
    public void found(Finding found) {
        Finding finding = found.rewritten(UrlCredentials::brief);
        observer.found(finding);
        facts.add(finding.at(scheduler.nowNs()));
    }

    /** The first stream gets its first frame at once, as Twilio sends it: the grid begins anew with it. */
    private void streamStarted() {
        answer();
        audio.streamStarted();
        if (!streamed) {
            streamed = true;
            tickFrom(scheduler.nowNs());
        }
    }

    private void tickFrom(long nowNs) {
        if (ticking != null) {
            ticking.cancel();
        }
        await(new Metronome(scheduler.aligned(nowNs + FIRST_NS), LineFrame.NS, MOST_CAUGHT_UP));
    }

    private void await(Metronome grid) {
        ticking = scheduler.at(grid.nextNs(), () -> run(grid));
    }

    private void run(Metronome grid) {
        long nowNs = scheduler.nowNs();
        long gapNs = nowNs - lastNs;
        lastNs = nowNs;
        if (state != State.UP) {
            return;
        }
        if (gapNs > SUSPENDED_NS) {
            found(StreamFindings.suspended(gapNs / 1_000_000));
            hangUp(EndedBy.TIMEOUT, "suspended");
            return;
        }
        audio.endSound();
        if (state == State.UP) {
            audio.tick(streams.heard(), tick, grid.nextNs(), nowNs);
        }
        tick += 1 + grid.advance(scheduler.nowNs());
        if (audio.callerHangsUp()) {
            hangUp(EndedBy.CALLER, "the caller hung up");
        } else {
            await(grid);
        }
    }

    private void broke(Throwable failure) {
        LOG.debug("a call broke", failure);
        found(StreamFindings.broken(failure.toString()));
        abandon(EndedBy.FAULT, "the call broke inside the simulator");
    }

    /** The one way out. */
    private void end() {
        become(State.ENDED, "over");
        observer.ending(ending());
        streams.cut();
        scheduler.close();
        audio.hangUp();
        facts.add(new Fact.CallEnded(scheduler.nowNs(), endedBy, endedWhy));
        observer.ended(ending());
    }

    private CallEnding ending() {
        return new CallEnding(endedBy, endedWhy, answered, cause);
    }

    private void become(State next, String why) {
        LOG.debug("{} -> {}: {}", state, next, why);
        state = next;
    }
}
