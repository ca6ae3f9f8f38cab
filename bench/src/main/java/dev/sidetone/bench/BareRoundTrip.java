package dev.sidetone.bench;

import dev.sidetone.bridge.time.NanoClock;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.LineUnavailableException;
import javax.sound.sampled.SourceDataLine;
import javax.sound.sampled.TargetDataLine;

/** Measures the round trip of clicks through bare javax.sound lines: the delay of the machine itself. */
final class BareRoundTrip {
    private static final AudioFormat FORMAT = new AudioFormat(8_000, 16, 1, true, false);
    private static final int BUFFER_BYTES = 640;
    private static final int CHUNK_BYTES = 160;
    private static final int CHUNKS_BETWEEN = 37;
    private static final int WARM_UP_CHUNKS = 200;

    private final NanoClock clock;
    private volatile boolean reading;

    BareRoundTrip(NanoClock clock) {
        this.clock = clock;
    }

    /** Measures {@code clicks} clicks, in ms, from before the write of each to after the read that contains it. */
    double[] measure(int clicks) throws LineUnavailableException, InterruptedException {
        try (SourceDataLine out = AudioSystem.getSourceDataLine(FORMAT);
                TargetDataLine in = AudioSystem.getTargetDataLine(FORMAT)) {
            out.open(FORMAT, BUFFER_BYTES);
            in.open(FORMAT, BUFFER_BYTES);
            out.start();
            in.start();
            BlockingQueue<Long> heard = new LinkedBlockingQueue<>();
            reading = true;
            Thread reader = new Thread(() -> read(in, heard), "bare reader");
            reader.start();
            try {
                return write(out, heard, clicks);
            } finally {
                reading = false;
                reader.join();
            }
        }
    }

    private double[] write(SourceDataLine out, BlockingQueue<Long> heard, int clicks) throws InterruptedException {
        double[] ms = new double[clicks];
        silence(out, WARM_UP_CHUNKS);
        heard.clear();
        for (int click = 0; click < clicks; click++) {
            byte[] chunk = new byte[CHUNK_BYTES];
            Click.write(chunk);
            long writtenNs = clock.nowNs();
            out.write(chunk, 0, chunk.length);
            silence(out, CHUNKS_BETWEEN);
            Long heardNs = heard.poll(1, TimeUnit.SECONDS);
            if (heardNs == null) {
                throw new IllegalStateException("a click was not heard: does the microphone hear the speaker?");
            }
            ms[click] = (heardNs - writtenNs) / 1e6;
        }
        return ms;
    }

    private static void silence(SourceDataLine out, int chunks) {
        for (int i = 0; i < chunks; i++) {
            out.write(new byte[CHUNK_BYTES], 0, CHUNK_BYTES);
        }
    }

    private void read(TargetDataLine in, BlockingQueue<Long> heard) {
        byte[] chunk = new byte[CHUNK_BYTES];
        boolean clicked = false;
        while (reading) {
            int bytes = in.read(chunk, 0, chunk.length);
            boolean clicks = Click.isIn(chunk, bytes);
            if (clicks && !clicked) {
                heard.add(clock.nowNs());
            }
            clicked = clicks;
        }
    }
}
