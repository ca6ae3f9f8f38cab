package dev.sidetone.simulator.twilio;

import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.bridge.time.Metronome;
import dev.sidetone.simulator.caller.Caller;
import dev.sidetone.simulator.line.loop.CallScheduler;
import dev.sidetone.simulator.line.sound.Sound;
import dev.sidetone.simulator.line.stream.MediaStream;
import dev.sidetone.simulator.line.stream.StreamFindings;
import dev.sidetone.simulator.timeline.EndedBy;
import dev.sidetone.simulator.timeline.Fact;
import dev.sidetone.simulator.timeline.FactSink;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The 20 ms grid of one call: at every deadline the caller hears a frame and says one. Owned by its call, on the line thread. Late ticks
 * are caught up in a burst; those that were given up leave a hole in the tick numbers, which are places on the grid.
 */
final class CallTicks {
    /** The first frame goes out so long after {@code start}. */
    static final long FIRST_NS = 2_000_000;
    /** More than this is given up: 100 ms. */
    static final int MOST_CAUGHT_UP = 5;
    /** A line that stood still for so long is not the same call any more. */
    static final long SUSPENDED_NS = 2_000_000_000L;

    private static final Logger LOG = LoggerFactory.getLogger(CallTicks.class);

    private final LineCall call;
    private final Caller caller;
    private final FactSink facts;
    private final CallScheduler agenda;
    private final LineHandset handset;
    private @Nullable Sound sound;
    private Runnable soundOver = () -> {};
    private boolean streamed;
    private long tick;
    private long lastNs;
    private long clockCorrections;

    CallTicks(LineCall call, Caller caller, FactSink facts, CallScheduler agenda) {
        this.call = call;
        this.caller = caller;
        this.facts = facts;
        this.agenda = agenda;
        this.handset = new LineHandset(facts);
    }

    /** The call is up. */
    void begin() {
        handset.tick(agenda.nowNs(), agenda.nowNs());
        caller.answered(handset);
        lastNs = agenda.nowNs();
        await(new Metronome(lastNs + FIRST_NS, LineFrame.NS, MOST_CAUGHT_UP));
    }

    /** Ticks are told from here on; they count from 0 at the first stream's start. */
    void streamStarted() {
        if (!streamed) {
            streamed = true;
            tick = 0;
        }
    }

    /** Twilio plays {@code played} to the caller, from the next tick on, and tells {@code over} when it was heard. */
    void play(Sound played, Runnable over) {
        sound = played;
        soundOver = over;
    }

    /** Twilio stops playing. */
    void quiet() {
        sound = null;
    }

    /** The call is over. */
    void hangUp() {
        try {
            caller.hungUp();
        } catch (RuntimeException e) {
            LOG.warn("the caller broke while hanging up: {}", e.toString());
        }
    }

    private void await(Metronome grid) {
        agenda.at(grid.nextNs(), () -> run(grid));
    }

    private void run(Metronome grid) {
        long nowNs = agenda.nowNs();
        long gapNs = nowNs - lastNs;
        lastNs = nowNs;
        if (!call.isUp()) {
            return;
        }
        if (gapNs > SUSPENDED_NS) {
            call.found(StreamFindings.suspended(gapNs / 1_000_000));
            call.hangUp(EndedBy.TIMEOUT, "suspended");
            return;
        }
        endSound();
        if (call.isUp()) {
            tick(grid.nextNs(), nowNs);
        }
        tick += 1 + grid.advance(agenda.nowNs());
        if (handset.wantsToHangUp()) {
            call.hangUp(EndedBy.CALLER, "the caller hung up");
        } else {
            await(grid);
        }
    }

    private void endSound() {
        if (sound != null && sound.isOver()) {
            sound = null;
            soundOver.run();
        }
    }

    private void tick(long deadlineNs, long nowNs) {
        MediaStream stream = call.streams().open();
        handset.tick(deadlineNs, nowNs);
        LineFrame heard = heard(stream, nowNs);
        caller.ear(heard);
        LineFrame said = caller.mouth();
        LineFrame carried = stream == null ? said : stream.say(said, heard, tick, deadlineNs);
        call.streams().carry(carried, heard, deadlineNs);
        press(stream, nowNs);
        noteCorrections(nowNs);
        if (streamed) {
            tell(stream, deadlineNs, nowNs, said, carried, heard);
        }
    }

    private LineFrame heard(@Nullable MediaStream stream, long nowNs) {
        if (stream != null) {
            return stream.heard(nowNs);
        }
        return sound == null || sound.isOver() ? LineFrame.SILENCE : sound.next();
    }

    private void press(@Nullable MediaStream stream, long nowNs) {
        String keys = handset.takeKeys();
        for (int i = 0; i < keys.length(); i++) {
            facts.add(new Fact.KeyPressed(nowNs, keys.charAt(i)));
            if (stream != null) {
                stream.press(keys.charAt(i));
            } else {
                call.key(keys.charAt(i));
            }
        }
    }

    /** The levels are those of the caller's own voice, the sound is what the line made of it. */
    private void tell(
            @Nullable MediaStream stream,
            long deadlineNs,
            long nowNs,
            LineFrame said,
            LineFrame carried,
            LineFrame heard) {
        int heardBytes = stream == null ? 0 : stream.heardBytes();
        int queuedBytes = stream == null ? 0 : stream.queuedBytes();
        facts.tick(
                new Fact.Tick(
                        deadlineNs,
                        tick,
                        nowNs - deadlineNs,
                        said.dbm0(0),
                        said.dbm0(1),
                        heard.dbm0(0),
                        heard.dbm0(1),
                        heardBytes,
                        queuedBytes),
                carried,
                heard);
    }

    private void noteCorrections(long nowNs) {
        long soFar = caller.clockCorrections();
        if (soFar != clockCorrections) {
            facts.add(new Fact.ClockCorrected(nowNs, soFar - clockCorrections));
            clockCorrections = soFar;
        }
    }
}
