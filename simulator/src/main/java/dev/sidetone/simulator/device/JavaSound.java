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

/** Opens the sound devices of this machine through javax.sound. Stateless, for any thread. */
final class JavaSound implements SoundSystem {
    @Override
    public List<String> names(DeviceType type) {
        return List.copyOf(mixers(type).keySet());
    }

    @Override
    public DeviceLine open(DeviceType type, @Nullable String name, DeviceFormat format)
            throws LineUnavailableException {
        AudioFormat audio = new AudioFormat(format.rateHz(), 16, format.channels(), true, false);
        Line line = line(type, name, new DataLine.Info(lineClass(type), audio));
        try {
            return started(line, audio, format);
        } catch (LineUnavailableException | RuntimeException e) {
            line.close();
            throw e;
        }
    }

    private static Line line(DeviceType type, @Nullable String name, DataLine.Info wanted)
            throws LineUnavailableException {
        if (name == null) {
            return AudioSystem.getLine(wanted);
        }
        Mixer.Info mixer = mixers(type).get(name);
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

    /** Numbers devices of the same name from the second on. */
    private static Map<String, Mixer.Info> mixers(DeviceType type) {
        Map<String, Mixer.Info> mixers = new LinkedHashMap<>();
        Line.Info wanted = new Line.Info(lineClass(type));
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

    private static Class<? extends DataLine> lineClass(DeviceType type) {
        return type == DeviceType.MICROPHONE ? TargetDataLine.class : SourceDataLine.class;
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
