package dev.sidetone.simulator.line.fault;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The caller is not heard: silent frames, for {@code length} or to the end of the call. */
public record Mute(@Nullable Duration length) implements SoundFault {
    static final FaultKind KIND = FaultKind.optionallyTimed(
            "mute", Duration.ofDays(1), "silent frames, to the end or for so long", Mute::new);

    @Override
    public FaultKind kind() {
        return KIND;
    }

    @Override
    public String text() {
        return length == null ? KIND.name() : KIND.text(length);
    }

    @Override
    public boolean silencesVoice() {
        return true;
    }

    @Override
    public boolean happensOnce() {
        return true;
    }
}
