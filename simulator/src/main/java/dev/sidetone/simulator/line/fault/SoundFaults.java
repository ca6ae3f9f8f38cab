package dev.sidetone.simulator.line.fault;

import dev.sidetone.bridge.audio.LineFrame;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Applies the faults of sound to the caller's frames: muting first, then the sounds that are added, then filters. A frame without a fault
 * is returned as it is. Owned by {@link FaultInjector}.
 */
final class SoundFaults {
    private final List<FaultWindow> windows;
    private final EchoPath echo = new EchoPath();
    private final Random random;
    /** One filter a kind, in the order in which the kinds were typed first. */
    private final Map<FaultKind, SoundFault.SampleFilter> filters = new LinkedHashMap<>();

    private final short[] samples = new short[LineFrame.BYTES];
    private final double[] mixed = new double[LineFrame.BYTES];

    SoundFaults(List<FaultWindow> windows, Random random) {
        this.windows = windows.stream()
                .filter(window -> window.fault() instanceof SoundFault)
                .toList();
        this.random = random;
        for (FaultWindow window : this.windows) {
            SoundFault.SampleFilter filter = fault(window).filter();
            if (filter != null) {
                filters.putIfAbsent(window.fault().kind(), filter);
            }
        }
    }

    /** @param heard what the caller hears in this tick */
    LineFrame carry(LineFrame said, LineFrame heard, long ns) {
        if (windows.isEmpty()) {
            return said;
        }
        LineFrame leak = echo.afterHearing(heard);
        LineFrame voice = isMuted(ns) ? LineFrame.SILENCE : said;
        return windows.stream().anyMatch(window -> colours(window, ns)) ? coloured(voice, leak, ns) : voice;
    }

    private boolean isMuted(long ns) {
        return windows.stream().anyMatch(window -> fault(window).silencesVoice() && window.holds(ns));
    }

    private static boolean colours(FaultWindow window, long ns) {
        return !fault(window).silencesVoice() && window.holds(ns);
    }

    private LineFrame coloured(LineFrame voice, LineFrame leak, long ns) {
        voice.toPcm(samples);
        for (int i = 0; i < mixed.length; i++) {
            mixed[i] = samples[i];
        }
        for (FaultWindow window : windows) {
            if (window.holds(ns)) {
                fault(window).addTo(mixed, leak, random);
            }
        }
        filters.forEach((kind, filter) -> {
            if (windows.stream().anyMatch(window -> window.fault().kind() == kind && window.holds(ns))) {
                filter.filter(mixed);
            }
        });
        return encoded();
    }

    private static SoundFault fault(FaultWindow window) {
        return (SoundFault) window.fault();
    }

    private LineFrame encoded() {
        for (int i = 0; i < mixed.length; i++) {
            samples[i] = (short) Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, Math.round(mixed[i])));
        }
        return LineFrame.ofPcm(samples);
    }
}
