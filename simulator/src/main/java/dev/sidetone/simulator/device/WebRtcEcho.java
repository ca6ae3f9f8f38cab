package dev.sidetone.simulator.device;

import dev.onvoid.webrtc.media.audio.AudioProcessing;
import dev.onvoid.webrtc.media.audio.AudioProcessingConfig;
import dev.onvoid.webrtc.media.audio.AudioProcessingStreamConfig;
import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.bridge.audio.SpeechEnergy;

/** WebRTC's echo canceller at the line's rate, 10 ms at a time. The only class that uses the library. On the line thread. */
final class WebRtcEcho implements EchoCanceller {
    private static final int STEP = SpeechEnergy.WINDOW;
    private static volatile boolean loaded;

    private final AudioProcessing processing;
    private final AudioProcessingStreamConfig format = new AudioProcessingStreamConfig(LineFrame.RATE_HZ, 1);
    private final short[] samples = new short[LineFrame.BYTES];
    private final byte[] in = new byte[2 * STEP];
    private final byte[] out = new byte[2 * STEP];
    private boolean closed;

    private WebRtcEcho(AudioProcessing processing) {
        this.processing = processing;
    }

    /** Creates a canceller; loads the library first if necessary. */
    static WebRtcEcho open() {
        AudioProcessing processing = new AudioProcessing();
        loaded = true;
        AudioProcessingConfig config = new AudioProcessingConfig();
        config.echoCanceller.enabled = true;
        config.echoCanceller.enforceHighPassFiltering = false;
        processing.applyConfig(config);
        return new WebRtcEcho(processing);
    }

    /** Returns whether this process has loaded the library; does not load it. For any thread. */
    static boolean isLoaded() {
        return loaded;
    }

    @Override
    public void played(LineFrame frame) {
        if (closed) {
            return;
        }
        frame.toPcm(samples);
        for (int at = 0; at < samples.length; at += STEP) {
            toBytes(at);
            processing.processReverseStream(in, format, format, out);
        }
    }

    @Override
    public LineFrame cleaned(LineFrame frame) {
        if (closed) {
            return frame;
        }
        frame.toPcm(samples);
        for (int at = 0; at < samples.length; at += STEP) {
            toBytes(at);
            processing.processStream(in, format, format, out);
            fromBytes(at);
        }
        return LineFrame.ofPcm(samples);
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            processing.dispose();
        }
    }

    private void toBytes(int at) {
        for (int i = 0; i < STEP; i++) {
            in[2 * i] = (byte) samples[at + i];
            in[2 * i + 1] = (byte) (samples[at + i] >> 8);
        }
    }

    private void fromBytes(int at) {
        for (int i = 0; i < STEP; i++) {
            samples[at + i] = (short) ((out[2 * i] & 0xFF) | out[2 * i + 1] << 8);
        }
    }
}
