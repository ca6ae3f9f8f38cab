package dev.sidetone.bench.accuracy;

import dev.onvoid.webrtc.media.audio.AudioProcessing;
import dev.onvoid.webrtc.media.audio.VoiceActivityDetector;
import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.bridge.audio.SpeechEnergy;
import dev.sidetone.simulator.SidetoneVersion;
import dev.sidetone.simulator.timeline.CallTimeline;
import dev.sidetone.simulator.timeline.Fact;
import dev.sidetone.simulator.timeline.Spool;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A way of finding the stretches in which a caller speaks, by his sound alone. */
enum SpeechFinder {
    /** Sidetone's own, as it is in every call with a microphone and in every recording. */
    OWN("Sidetone") {
        @Override
        List<SpeechStretch> find(short[] samples) {
            return byTimeline(samples);
        }
    },

    /** Everything above −45 dBm0 is the caller. */
    THRESHOLD("fixed threshold") {
        @Override
        List<SpeechStretch> find(short[] samples) {
            return dated(samples, window -> SpeechEnergy.isAudible(dbm0(window)));
        }
    },

    /** WebRTC's detector, by Gaussian models of speech and noise, and pitch; as Sidetone's library for echo has it. */
    WEBRTC("WebRTC") {
        @Override
        List<SpeechStretch> find(short[] samples) {
            VoiceActivityDetector detector = new VoiceActivityDetector();
            try {
                return dated(samples, window -> probability(detector, window) >= 0.5);
            } finally {
                detector.dispose();
            }
        }

        @Override
        boolean isThere() {
            try {
                new AudioProcessing().dispose();
                return true;
            } catch (LinkageError | RuntimeException missing) {
                return false;
            }
        }
    };

    private static final int WINDOW_MS = 10;
    private static final int LEAST_MS = 60;
    private static final int CLICK_GAP_MS = 50;
    private static final int HANGOVER_MS = 300;

    final String words;

    SpeechFinder(String words) {
        this.words = words;
    }

    abstract List<SpeechStretch> find(short[] samples);

    /** Whether it works on this machine; loads it. */
    boolean isThere() {
        return true;
    }

    /** Whether a voice is in 10 ms. */
    private interface Voicing {
        boolean isVoiced(short[] window);
    }

    private static List<SpeechStretch> byTimeline(short[] samples) {
        List<SpeechStretch> found = new ArrayList<>();
        CallTimeline timeline = new CallTimeline(SidetoneVersion.TEXT, Spool.NONE);
        double[] startMs = new double[1];
        timeline.listen(fact -> {
            if (fact instanceof Fact.CallerStarted started) {
                startMs[0] = started.startNs() / 1e6;
            } else if (fact instanceof Fact.CallerEnded ended) {
                found.add(new SpeechStretch(startMs[0], ended.endNs() / 1e6));
            }
        });
        timeline.add(new Fact.CallPlaced(0, "", "", "", "", Instant.EPOCH, false));
        for (int tick = 1; tick * LineFrame.BYTES <= samples.length; tick++) {
            LineFrame said =
                    LineFrame.ofPcm(Arrays.copyOfRange(samples, (tick - 1) * LineFrame.BYTES, tick * LineFrame.BYTES));
            float silent = SpeechEnergy.FLOOR_DBM0;
            long atNs = tick * LineFrame.NS;
            Fact.Tick seen = new Fact.Tick(atNs, tick, 0, said.dbm0(0), said.dbm0(1), silent, silent, 0, 0);
            timeline.tick(seen, said, LineFrame.SILENCE);
            timeline.pump(atNs);
        }
        timeline.close(samples.length * LineFrame.SAMPLE_NS);
        return found;
    }

    /** The rules by which Sidetone makes stretches of windows: 60 ms begin one, 300 ms without end it, dated back to where they began. */
    private static List<SpeechStretch> dated(short[] samples, Voicing voicing) {
        List<SpeechStretch> found = new ArrayList<>();
        int fromMs = -1;
        int toMs = 0;
        int voicedMs = 0;
        for (int at = 0; at + SpeechEnergy.WINDOW <= samples.length; at += SpeechEnergy.WINDOW) {
            int nowMs = at / SpeechEnergy.WINDOW * WINDOW_MS;
            if (voicing.isVoiced(Arrays.copyOfRange(samples, at, at + SpeechEnergy.WINDOW))) {
                voicedMs = fromMs < 0 ? WINDOW_MS : voicedMs + WINDOW_MS;
                fromMs = fromMs < 0 ? nowMs : fromMs;
                toMs = nowMs + WINDOW_MS;
            } else if (fromMs >= 0 && voicedMs < LEAST_MS && nowMs + WINDOW_MS - toMs > CLICK_GAP_MS) {
                fromMs = -1;
            } else if (fromMs >= 0 && nowMs + WINDOW_MS - toMs >= HANGOVER_MS) {
                found.add(new SpeechStretch(fromMs, toMs));
                fromMs = -1;
            }
        }
        return found;
    }

    private static float dbm0(short[] window) {
        return LineFrame.ofPcm(Arrays.copyOf(window, LineFrame.BYTES)).dbm0(0);
    }

    private static float probability(VoiceActivityDetector detector, short[] window) {
        ByteBuffer bytes = ByteBuffer.allocate(2 * window.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asShortBuffer().put(window);
        detector.process(bytes.array(), window.length, LineFrame.RATE_HZ);
        return detector.getLastVoiceProbability();
    }
}
