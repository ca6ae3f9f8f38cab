package dev.sidetone.simulator.twilio;

import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.simulator.caller.Caller;
import dev.sidetone.simulator.caller.QuietLine;
import dev.sidetone.simulator.device.DeviceProblem;
import dev.sidetone.simulator.device.Microphone;
import dev.sidetone.simulator.device.SoundDevices;
import dev.sidetone.simulator.device.Speaker;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A laptop on a table: its microphone hears the person before it, its own speaker a while later, and a fan. */
final class LeakyRoom implements SoundDevices {
    private static final int MEMORY = 1 << 14;
    /** Two seconds of noise, over and over. */
    private static final double[] NOISE = Stream.generate(new Random(1)::nextGaussian)
            .limit(MEMORY)
            .mapToDouble(Double::doubleValue)
            .toArray();

    private final Caller person;
    private final double personGain;
    private final double leakGain;
    private final int delay;
    private final double fan;
    private final short[] played = new short[MEMORY];
    private final short[] samples = new short[LineFrame.BYTES];
    private boolean clicks;
    private int now;

    /** @param fan the amplitude of its noise, root mean square */
    LeakyRoom(Caller person, double personDb, double leakDb, int delayMs, double fan) {
        this.person = person;
        personGain = Math.pow(10, personDb / 20);
        leakGain = Math.pow(10, leakDb / 20);
        delay = delayMs * LineFrame.RATE_HZ / 1000;
        this.fan = fan;
        // A person in a room has no line: nobody is told what they are about to say.
        person.answered(new QuietLine());
    }

    /** Somebody types: 5 ms of noise, three times in two seconds. */
    LeakyRoom withKeyboard() {
        clicks = true;
        return this;
    }

    @Override
    public List<String> microphones() {
        return List.of("built in");
    }

    @Override
    public List<String> speakers() {
        return List.of("built in");
    }

    @Override
    public Microphone openMicrophone(@Nullable String name) {
        return new Ear();
    }

    @Override
    public Speaker openSpeaker(@Nullable String name) {
        return new Mouth();
    }

    private void sound(LineFrame frame) {
        frame.toPcm(samples);
        for (int i = 0; i < LineFrame.BYTES; i++) {
            played[(now + i) % MEMORY] = samples[i];
        }
        person.ear(frame);
    }

    private LineFrame listen() {
        person.mouth().toPcm(samples);
        for (int i = 0; i < LineFrame.BYTES; i++, now++) {
            double leak = now < delay ? 0 : leakGain * played[(now - delay) % MEMORY];
            double all = personGain * samples[i] + leak + (fan + keyboard()) * NOISE[now % MEMORY];
            samples[i] = (short) Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, Math.round(all)));
        }
        return LineFrame.ofPcm(samples);
    }

    private double keyboard() {
        return clicks && now % (2 * LineFrame.RATE_HZ / 3) < 5 * LineFrame.RATE_HZ / 1000 ? 3_000 : 0;
    }

    private final class Mouth implements Speaker {
        @Override
        public void play(LineFrame frame) {
            sound(frame);
        }

        @Override
        public @Nullable DeviceProblem problem() {
            return null;
        }

        @Override
        public long corrections() {
            return 0;
        }

        @Override
        public void close() {}
    }

    private final class Ear implements Microphone {
        @Override
        public LineFrame next() {
            return listen();
        }

        @Override
        public @Nullable DeviceProblem problem() {
            return null;
        }

        @Override
        public long corrections() {
            return 0;
        }

        @Override
        public void close() {}
    }
}
