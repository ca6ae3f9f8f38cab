package dev.sidetone.simulator.device;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.DataLine;
import javax.sound.sampled.Line;
import javax.sound.sampled.LineUnavailableException;
import javax.sound.sampled.Mixer;
import javax.sound.sampled.SourceDataLine;
import javax.sound.sampled.TargetDataLine;
import org.jspecify.annotations.Nullable;

/** The sound system of this machine, through javax.sound. Stateless, for any thread. */
final class JavaSound implements SoundSystem {
    @Override
    public List<String> names(Direction direction) {
        return List.copyOf(mixers(direction).keySet());
    }

    @Override
    public DeviceLine open(Direction direction, @Nullable String name, DeviceFormat format)
            throws LineUnavailableException {
        AudioFormat audio = new AudioFormat(format.rateHz(), 16, format.channels(), true, false);
        Line line = line(direction, name, new DataLine.Info(lineClass(direction), audio));
        try {
            return started(line, audio, format);
        } catch (LineUnavailableException | RuntimeException e) {
            line.close();
            throw e;
        }
    }

    private static Line line(Direction direction, @Nullable String name, DataLine.Info wanted)
            throws LineUnavailableException {
        if (name == null) {
            return AudioSystem.getLine(wanted);
        }
        Mixer.Info mixer = mixers(direction).get(name);
        if (mixer == null) {
            throw new IllegalArgumentException("no device " + name);
        }
        return AudioSystem.getMixer(mixer).getLine(wanted);
    }

    private static DeviceLine started(Line line, AudioFormat audio, DeviceFormat format)
            throws LineUnavailableException {
        if (line instanceof TargetDataLine input) {
            input.open(audio, format.bufferBytes());
            input.start();
            return new Input(input, format);
        }
        SourceDataLine output = (SourceDataLine) line;
        output.open(audio, format.bufferBytes());
        output.start();
        return new Output(output, format);
    }

    /** Two devices of one name are told apart by a number. */
    private static Map<String, Mixer.Info> mixers(Direction direction) {
        Map<String, Mixer.Info> mixers = new LinkedHashMap<>();
        Line.Info wanted = new Line.Info(lineClass(direction));
        for (Mixer.Info info : AudioSystem.getMixerInfo()) {
            if (AudioSystem.getMixer(info).isLineSupported(wanted)) {
                String name = info.getName();
                for (int number = 2; mixers.containsKey(name); number++) {
                    name = info.getName() + " #" + number;
                }
                mixers.put(name, info);
            }
        }
        return mixers;
    }

    private static Class<? extends DataLine> lineClass(Direction direction) {
        return direction == Direction.INPUT ? TargetDataLine.class : SourceDataLine.class;
    }

    private record Input(TargetDataLine line, DeviceFormat format) implements DeviceLine {
        @Override
        public int transfer(byte[] bytes, int length) {
            return line.read(bytes, 0, length);
        }

        @Override
        public void close() {
            line.close();
        }
    }

    private record Output(SourceDataLine line, DeviceFormat format) implements DeviceLine {
        @Override
        public int transfer(byte[] bytes, int length) {
            return line.write(bytes, 0, length);
        }

        @Override
        public void close() {
            line.flush();
            line.close();
        }
    }
}
