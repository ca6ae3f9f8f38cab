package dev.sidetone.simulator.phone;

import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.bridge.time.NanoClock;
import dev.sidetone.bridge.time.Park;
import dev.sidetone.simulator.device.DeviceProblem;
import dev.sidetone.simulator.device.SoundDevices;
import dev.sidetone.simulator.device.Speaker;
import dev.sidetone.simulator.phone.PhoneState.Trouble;
import org.jspecify.annotations.Nullable;

/** Plays a short tone on a speaker, so that a person hears whether it works. On one thread, which waits for the end of the tone. */
final class SoundTest {
    private static final int TONE_HZ = 660;
    private static final int AMPLITUDE = 9_000;
    private static final int TONE_FRAMES = 25;
    /** A card's own buffer and ours are played to the end before the device is released. */
    private static final int SILENT_FRAMES = 10;

    private final SoundDevices devices;
    private final NanoClock clock;

    SoundTest(SoundDevices devices, NanoClock clock) {
        this.devices = devices;
        this.clock = clock;
    }

    /** Plays the tone; returns what is wrong with the speaker, or null. */
    @Nullable
    Trouble play(@Nullable String name) {
        try (Speaker speaker = devices.openSpeaker(name)) {
            long nextNs = clock.nowNs();
            for (int i = 0; i < TONE_FRAMES + SILENT_FRAMES; i++) {
                speaker.play(i < TONE_FRAMES ? tone(i) : LineFrame.SILENCE);
                nextNs += LineFrame.NS;
                Park.forNs(Math.max(1, nextNs - clock.nowNs()));
            }
            DeviceProblem problem = speaker.problem();
            return problem == null ? null : Trouble.of(DeviceCures.speaker(problem));
        } catch (DeviceProblem problem) {
            return Trouble.of(DeviceCures.speaker(problem));
        }
    }

    private static LineFrame tone(int frame) {
        short[] samples = new short[LineFrame.BYTES];
        for (int i = 0; i < samples.length; i++) {
            int at = frame * LineFrame.BYTES + i;
            samples[i] = (short) (AMPLITUDE * Math.sin(2 * Math.PI * TONE_HZ * at / LineFrame.RATE_HZ));
        }
        return LineFrame.ofPcm(samples);
    }
}
