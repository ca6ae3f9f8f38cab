package dev.sidetone.bench.bridges;

import java.util.Locale;

/** The kind of agent that the bridges under load connect their calls with. */
enum LoadFlavour {
    /** OpenAI's wire with the line's own mu-law, which a bridge passes on as it is. */
    MULAW("openai", 8_000, true),
    /** Omni's wire with samples at the line's rate: companding alone. */
    OMNI8("omni", 8_000, false),
    /** Omni's wire with samples at 24 kHz: companding and resampling. */
    OMNI("omni", 24_000, false);

    /** The agent's name, as in {@code --agent}. */
    final String wire;
    /** Samples per second of the agent's sound. */
    final int rateHz;
    /** Whether the sound passes unchanged, so that every byte can be foretold. */
    final boolean exact;

    LoadFlavour(String wire, int rateHz, boolean exact) {
        this.wire = wire;
        this.rateHz = rateHz;
        this.exact = exact;
    }

    /** Samples of the agent's sound for one of the line's. */
    int factor() {
        return rateHz / 8_000;
    }

    /** As on the command line. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
