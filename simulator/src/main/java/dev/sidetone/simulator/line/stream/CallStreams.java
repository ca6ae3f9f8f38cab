package dev.sidetone.simulator.line.stream;

import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.simulator.findings.Finding;
import dev.sidetone.simulator.line.fault.FaultInjector;
import dev.sidetone.simulator.line.loop.CallScheduler;
import dev.sidetone.simulator.line.net.Network;
import dev.sidetone.simulator.line.sound.CallTap;
import dev.sidetone.simulator.timeline.FactSink;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The streams of one call: at most one that the caller hears, one-way ones beside it, and those that were stopped and whose sockets are
 * still closing. Owned by its call, on the line thread.
 */
public final class CallStreams implements CallTap {
    private final CallScheduler scheduler;
    private final Network network;
    private final FaultInjector faults;
    private final FactSink facts;
    private final Consumer<Finding> findings;
    private final Runnable started;
    private final List<CallStream> streams = new ArrayList<>();

    private @Nullable HeardStream heard;
    private @Nullable HeardStream leaving;
    private @Nullable Over heardOver;
    private @Nullable Runnable released;
    private @Nullable Runnable allOver;

    /** Takes the end of the stream that the caller heard, unless the call was pulled off it or ended. */
    @FunctionalInterface
    public interface Over {
        /**
         * Takes the end.
         *
         * @param fault whether the stream failed rather than being ended by the server
         */
        void over(boolean fault, String why);
    }

    /** @param started runs when a stream that the caller hears has started */
    public CallStreams(
            CallScheduler scheduler,
            Network network,
            FaultInjector faults,
            FactSink facts,
            Consumer<Finding> findings,
            Runnable started) {
        this.scheduler = scheduler;
        this.network = network;
        this.faults = faults;
        this.facts = facts;
        this.findings = findings;
        this.started = started;
    }

    /** Opens the stream that the caller hears; its end is reported to {@code over}. */
    public void connect(StreamRequest request, TwoWayProtocol protocol, Over over) {
        hear(new MediaStream(scheduler, request, protocol, faults, facts, findings, started, this::ended), over);
    }

    /** Opens the stream that the caller hears where texts pass over it and no sound; its end is reported to {@code over}. */
    public void converse(StreamRequest request, TextProtocol protocol, Over over) {
        hear(new TextStream(scheduler, request, protocol, faults, facts, findings, started, this::ended), over);
    }

    private void hear(HeardStream stream, Over over) {
        heard = stream;
        heardOver = over;
        streams.add(stream);
        stream.open(network);
    }

    /** Opens a one-way stream: whatever becomes of it, the call goes on. */
    public void start(StreamRequest request, StreamProtocol protocol) {
        OneWayStream stream = new OneWayStream(scheduler, request, protocol, facts, findings, this::ended);
        streams.add(stream);
        stream.open(network);
    }

    /** Returns whether a one-way stream of that name runs. */
    public boolean runs(String name) {
        return named(name).findFirst().isPresent();
    }

    /** Stops the first one-way stream of that name. */
    public void stop(String name) {
        named(name).findFirst().ifPresent(CallStream::stop);
    }

    /** The number of tracks of all running one-way streams. */
    public int oneWayTracks() {
        return oneWay().mapToInt(stream -> stream.request.track().singles().size())
                .sum();
    }

    /** The open stream that the caller hears, if there is one. */
    public @Nullable HeardStream heard() {
        return heard != null && heard.isOpen() ? heard : null;
    }

    /** Sends one tick's sound to the one-way streams. */
    @Override
    public void tick(LineFrame said, LineFrame heardFrame, long deadlineNs) {
        for (CallStream stream : streams) {
            if (stream instanceof OneWayStream oneWay) {
                oneWay.tick(said, heardFrame, deadlineNs);
            }
        }
    }

    /** Pulls the call off the stream that the caller hears: it is stopped, and {@code then} runs after its close in place of its end. */
    public void release(Runnable then) {
        released = then;
        if (heard != null) {
            leaving = heard;
            heard = null;
            leaving.stop();
        } else if (leaving == null) {
            goOn();
        }
    }

    /** Stops every stream and runs {@code then} when the last one's socket is closed. */
    public void stopAll(Runnable then) {
        heard = null;
        released = null;
        allOver = then;
        List.copyOf(streams).forEach(CallStream::stop);
        reportIfOver();
    }

    /** Drops every socket; nothing is reported any more. */
    public void cut() {
        heard = null;
        released = null;
        allOver = null;
        streams.forEach(CallStream::cut);
        streams.clear();
    }

    private void ended(CallStream stream, boolean fault, String why) {
        Over over = heard == stream ? heardOver : null;
        if (heard == stream) {
            heard = null;
        }
        streams.remove(stream);
        if (leaving == stream) {
            leaving = null;
            goOn();
        }
        reportIfOver();
        if (over != null) {
            over.over(fault, why);
        }
    }

    private Stream<OneWayStream> oneWay() {
        return streams.stream()
                .filter(CallStream::isRunning)
                .filter(OneWayStream.class::isInstance)
                .map(OneWayStream.class::cast);
    }

    private Stream<OneWayStream> named(String name) {
        return oneWay().filter(stream -> stream.request.name().equals(name));
    }

    private void goOn() {
        Runnable then = released;
        released = null;
        if (then != null) {
            then.run();
        }
    }

    private void reportIfOver() {
        Runnable then = allOver;
        if (then != null && streams.isEmpty()) {
            allOver = null;
            then.run();
        }
    }
}
