package dev.sidetone.simulator.line.fault;

import dev.sidetone.bridge.audio.LineFrame;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * Applies the faults of sound to the caller's frames: muting first, then the sounds that are added, then filters, in the order in which
 * {@link FaultKinds} lists them. A frame without a fault is returned as it is. Owned by {@link FaultInjector}.
 */
final class SoundFaults {
    private final List<FaultWindow> windows = new ArrayList<>();
    private final EchoPath echo = new EchoPath();
    private final Random random;
    /** One filter for each fault, however often it was typed. */
    private final Map<LineFault, SoundFault.SampleFilter> filters =
            new TreeMap<>(Comparator.<LineFault>comparingInt(fault -> FaultKinds.ALL.indexOf(fault.kind()))
                    .thenComparing(LineFault::text));

    private final short[] samples = new short[LineFrame.BYTES];
    private final double[] mixed = new double[LineFrame.BYTES];

    SoundFaults(List<FaultWindow> windows, Random random) {
        this.random = random;
        windows.forEach(this::add);
    }

    /** Lets a further fault change the sound from its beginning on; one of the stream does not. */
    void add(FaultWindow window) {
        if (!(window.fault() instanceof SoundFault fault)) {
            return;
        }
        windows.add(window);
        SoundFault.SampleFilter filter = fault.filter(new Random(random.nextLong()));
        if (filter != null) {
            filters.putIfAbsent(fault, filter);
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
        filters.forEach((fault, filter) -> {
            if (windows.stream().anyMatch(window -> window.fault().equals(fault) && window.holds(ns))) {
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
