package dev.sidetone.bench;

import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.bridge.time.NanoClock;
import dev.sidetone.simulator.device.DeviceProblem;
import dev.sidetone.simulator.device.Microphone;
import dev.sidetone.simulator.device.SoundDevices;
import dev.sidetone.simulator.device.Speaker;
import java.util.concurrent.locks.LockSupport;

/**
 * Measures the round trip of clicks through the simulator's speaker and microphone at the line's tick. A click at the start of the frame played
 * at tick T and found n samples into the microphone's frame of tick T' took T' - T + n/8 ms. (Audio in the other direction waits for its frame
 * to be full and then for its place in it.)
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

    /** Measures {@code clicks} clicks, in ms, through newly opened devices. */
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

    /** The same clicks, NaN where a tick in the two seconds before was more than 5 ms late because of the machine. */
    double[] calm() {
        return calm;
    }

    /** Measures one click; NaN if it was dropped to make up for a pause of the machine. */
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

    /** Runs one tick in the line's order: first play, then record. */
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
