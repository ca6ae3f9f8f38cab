package dev.sidetone.simulator.line.fault;

import dev.sidetone.bridge.audio.LineFrame;
import java.util.Random;

/** The agent's voice leaks into the caller's microphone, at {@code db} of what the caller hears. */
public record Echo(double db) implements SoundFault {
    static final FaultKind KIND = FaultKind.level(
            "echo",
            "-30dB",
            -60,
            0,
            "what the caller hears, 100 ms later and so much quieter, in the caller's frames",
            Echo::new);

    @Override
    public FaultKind kind() {
        return KIND;
    }

    @Override
    public String text() {
        return KIND.text(db);
    }

    @Override
    public void addTo(double[] samples, LineFrame leak, Random random) {
        double gain = Math.pow(10, db / 20);
        short[] heard = new short[LineFrame.BYTES];
        leak.toPcm(heard);
        for (int i = 0; i < samples.length; i++) {
            samples[i] += gain * heard[i];
        }
    }
}
