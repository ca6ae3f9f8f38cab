package dev.sidetone.bench;

import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.bridge.time.NanoClock;
import dev.sidetone.simulator.device.DeviceProblem;
import dev.sidetone.simulator.device.Microphone;
import dev.sidetone.simulator.device.SoundDevices;
import dev.sidetone.simulator.device.Speaker;
import java.util.concurrent.locks.LockSupport;

/**
 * Clicks through the simulator's speaker and microphone at the line's tick. A click at the start of a frame that is played at tick T and
 * found n samples into the frame that the microphone gives at tick T' took T' - T + n/8 ms: a sound the other way, in at the microphone
 * and looped back in the same tick, waits for its frame to be full and then for its place in it.
 */
final class LineRoundTrip {
    private static final int WARM_UP_TICKS = 150;
    private static final int TICKS_BETWEEN = 23;

    private final NanoClock clock;
    private static final long LATE_NS = 5_000_000;
    private static final int RECOVERY_TICKS = 100;
    private long deadlineNs;
    private int ticksSinceLate;
    private double[] calm = new double[0];

    LineRoundTrip(NanoClock clock) {
        this.clock = clock;
    }

    /** The milliseconds of {@code clicks} clicks through newly opened devices. */
    double[] measure(int clicks) throws DeviceProblem {
        double[] ms = new double[clicks];
        calm = new double[clicks];
        ticksSinceLate = RECOVERY_TICKS;
        SoundDevices devices = SoundDevices.ofThisMachine();
        try (Microphone microphone = devices.openMicrophone(null);
                Speaker speaker = devices.openSpeaker(null)) {
            deadlineNs = clock.nowNs();
            for (int tick = 0; tick < WARM_UP_TICKS; tick++) {
                tick(microphone, speaker, LineFrame.SILENCE);
            }
            for (int click = 0; click < clicks; click++) {
                ms[click] = trip(microphone, speaker);
                calm[click] = ticksSinceLate > RECOVERY_TICKS ? ms[click] : Double.NaN;
            }
            return ms;
        }
    }

    /** The same clicks, NaN where a tick in the two seconds before was more than 5 ms late: the machine's doing, not the devices'. */
    double[] calm() {
        return calm;
    }

    /** NaN when the click was lost: a pause of the machine was made up for by leaving it out. */
    private double trip(Microphone microphone, Speaker speaker) {
        tick(microphone, speaker, Click.frame());
        long playedNs = deadlineNs;
        double ms = Double.NaN;
        for (int tick = 0; tick < TICKS_BETWEEN; tick++) {
            int found = Click.findIn(tick(microphone, speaker, LineFrame.SILENCE));
            if (found >= 0 && Double.isNaN(ms)) {
                ms = (clock.nowNs() - playedNs) / 1e6 + found * LineFrame.SAMPLE_NS / 1e6;
            }
        }
        return ms;
    }

    /** As the line does: first the ear, then the mouth. */
    private LineFrame tick(Microphone microphone, Speaker speaker, LineFrame heard) {
        deadlineNs += LineFrame.NS;
        for (long waitNs = deadlineNs - clock.nowNs(); waitNs > 0; waitNs = deadlineNs - clock.nowNs()) {
            LockSupport.parkNanos(waitNs);
        }
        ticksSinceLate = clock.nowNs() - deadlineNs > LATE_NS ? 0 : ticksSinceLate + 1;
        speaker.play(heard);
        return microphone.next();
    }
}
