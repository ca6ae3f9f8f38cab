package dev.sidetone.simulator.rig;

import dev.sidetone.bridge.time.NanoClock;
import dev.sidetone.bridge.time.WallClock;
import dev.sidetone.simulator.CannotRun;
import dev.sidetone.simulator.line.loop.WheelThread;
import dev.sidetone.simulator.line.net.SharedSocketsNetwork;
import dev.sidetone.simulator.twilio.FakeTwilio;
import java.time.Clock;

/**
 * A rig for many calls at once: one wheel ticks for all of them, and their sockets share a few event loops, whatever their number. Started and
 * closed by one thread.
 */
public final class LoadLine implements AutoCloseable {
    private final WheelThread wheel;
    private final Rig rig;

    private LoadLine(WheelThread wheel, Rig rig) {
        this.wheel = wheel;
        this.rig = rig;
    }

    /**
     * Starts everything that calls like {@code description} need, and makes one that is not measured.
     *
     * @param mostCalls how many of them the embedded bridge takes at a time
     * @param loops the number of event loops for the calls' sockets
     */
    @WallClock("the calls' starts, for people to read")
    public static LoadLine start(CallDescription description, int mostCalls, int loops) throws CannotRun {
        NanoClock clock = NanoClock.system();
        WheelThread wheel = new WheelThread(clock);
        wheel.start();
        FakeTwilio line = new FakeTwilio(
                new SynthesizedSayVoice(), wheel.loop(), Clock.systemUTC(), new SharedSocketsNetwork(clock, loops));
        LoadLine started = null;
        try {
            Rig rig = Rig.start(description, line, mostCalls);
            started = new LoadLine(wheel, rig);
            rig.warmUp();
            return started;
        } catch (CannotRun | RuntimeException | Error e) {
            if (started == null) {
                wheel.close();
            } else {
                started.close();
            }
            throw e;
        }
    }

    /** What the calls run on. */
    public Rig rig() {
        return rig;
    }

    /** Hangs up what still runs, then ends every thread. */
    @Override
    public void close() {
        rig.close();
        wheel.close();
    }
}
