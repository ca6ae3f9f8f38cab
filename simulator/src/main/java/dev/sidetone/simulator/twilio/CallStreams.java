package dev.sidetone.simulator.twilio;

import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.simulator.findings.Finding;
import dev.sidetone.simulator.line.loop.CallScheduler;
import dev.sidetone.simulator.line.net.Network;
import dev.sidetone.simulator.line.stream.MediaStream;
import dev.sidetone.simulator.line.stream.OneWayStream;
import dev.sidetone.simulator.line.stream.StreamNoun;
import dev.sidetone.simulator.line.stream.StreamSpeech;
import dev.sidetone.simulator.line.stream.StreamTerms;
import dev.sidetone.simulator.timeline.FactSink;
import dev.sidetone.simulator.twilio.plan.CallPlan;
import dev.sidetone.simulator.twilio.plan.Sids;
import dev.sidetone.simulator.twilio.plan.StreamUpgrade;
import dev.sidetone.simulator.twilio.webhook.CallStatusCallbacks;
import dev.sidetone.simulator.twilio.webhook.StreamStatusCallbacks;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The streams of one call: at most one that the caller hears, one-way ones beside it, and those that were stopped and whose sockets are
 * still closing. Owned by its call, on the line thread.
 */
final class CallStreams {
    private static final int MOST_TRACKS = 4;

    private final CallScheduler agenda;
    private final FactSink facts;
    private final Network network;
    private final CallPlan plan;
    private final String callSid;
    private final Sids sids;
    private final StreamTerms terms;
    private final CallStatusCallbacks callbacks;
    private final Owner call;
    private final List<StreamSlot<?>> slots = new ArrayList<>();
    private @Nullable TwoWaySlot heard;
    private @Nullable TwoWaySlot leaving;
    private @Nullable Runnable released;
    private @Nullable Runnable allOver;

    /** What the call is told. */
    interface Owner {
        /** A bidirectional stream sent its {@code start}. */
        void streamStarted();

        /** The bidirectional stream is over, unless the call was pulled off it. */
        void streamOver(boolean fault, String why);

        void found(Finding finding);
    }

    CallStreams(
            CallScheduler agenda,
            FactSink facts,
            Network network,
            CallPlan plan,
            String callSid,
            Sids sids,
            StreamTerms terms,
            CallStatusCallbacks callbacks,
            Owner call) {
        this.agenda = agenda;
        this.facts = facts;
        this.network = network;
        this.plan = plan;
        this.callSid = callSid;
        this.sids = sids;
        this.terms = terms;
        this.callbacks = callbacks;
        this.call = call;
    }

    /** Opens the stream that the caller hears. */
    void connect(StreamNoun noun) {
        TwoWaySlot slot = new TwoWaySlot(this, noun);
        heard = slot;
        slots.add(slot);
        slot.stream().open(network, StreamUpgrade.headers(plan, noun.url()));
    }

    /** Opens a one-way stream; says whether there is room for its tracks. */
    boolean start(StreamNoun noun) {
        OneWaySlot slot = new OneWaySlot(this, noun);
        int tracks = slot.tracks();
        for (StreamSlot<?> other : slots) {
            tracks += other.tracks();
        }
        if (tracks > MOST_TRACKS) {
            return false;
        }
        slots.add(slot);
        slot.stream().open(network, StreamUpgrade.headers(plan, noun.url()));
        return true;
    }

    /** Whether a one-way stream of that name runs. */
    boolean runs(String name) {
        return slots.stream().anyMatch(slot -> slot.isNamed(name));
    }

    /** Stops the first one-way stream of that name. */
    void stop(String name) {
        slots.stream().filter(slot -> slot.isNamed(name)).findFirst().ifPresent(StreamSlot::stop);
    }

    /** The open stream that the caller hears, if there is one. */
    @Nullable
    MediaStream open() {
        return heard != null && heard.isOpen() ? heard.stream() : null;
    }

    /** Sends one tick's sound to the one-way streams. */
    void carry(LineFrame said, LineFrame playing, long deadlineNs) {
        for (StreamSlot<?> slot : slots) {
            slot.carry(said, playing, deadlineNs);
        }
    }

    /** Pulls the call off the stream that the caller hears: it is stopped, its end is not told, and {@code then} runs after its close. */
    void release(Runnable then) {
        released = then;
        if (heard != null) {
            leaving = heard;
            heard = null;
            leaving.stop();
        } else if (leaving == null) {
            goOn();
        }
    }

    /** Stops every stream and tells when the last one's socket is closed. */
    void stopAll(Runnable then) {
        heard = null;
        released = null;
        allOver = then;
        List.copyOf(slots).forEach(StreamSlot::stop);
        tellIfOver();
    }

    /** Drops every socket; nothing is told any more. */
    void cut() {
        heard = null;
        released = null;
        allOver = null;
        slots.forEach(StreamSlot::cut);
        slots.clear();
    }

    /** Who tells the server how a stream fares, where it asked to be told. */
    StreamStatusCallbacks status(StreamNoun noun, String streamSid) {
        return callbacks.ofStream(noun, streamSid);
    }

    /** Makes the stream of a slot. */
    MediaStream twoWay(StreamSlot<MediaStream> slot) {
        return new MediaStream(agenda, facts, slot, slot.names(), slot.noun(), terms);
    }

    /** Makes the stream of a slot. */
    OneWayStream oneWay(StreamSlot<OneWayStream> slot) {
        return new OneWayStream(agenda, facts, slot, slot.names(), slot.noun(), terms.dice());
    }

    /** What the call is told. */
    Owner call() {
        return call;
    }

    /** A stream's socket is closed; says whether the call was on that stream. */
    boolean left(StreamSlot<?> slot) {
        boolean awaited = heard == slot;
        if (awaited) {
            heard = null;
        }
        slots.remove(slot);
        if (leaving == slot) {
            leaving = null;
            goOn();
        }
        tellIfOver();
        return awaited;
    }

    /** The names of the next stream. */
    StreamSpeech.StreamNames names() {
        return new StreamSpeech.StreamNames(plan.accountSid(), callSid, sids.stream());
    }

    private void goOn() {
        Runnable then = released;
        released = null;
        if (then != null) {
            then.run();
        }
    }

    private void tellIfOver() {
        Runnable then = allOver;
        if (then != null && slots.isEmpty()) {
            allOver = null;
            then.run();
        }
    }
}
