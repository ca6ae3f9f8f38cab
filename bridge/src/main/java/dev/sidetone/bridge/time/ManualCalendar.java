package dev.sidetone.bridge.time;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The time of day of a manual clock: it moves with {@link ManualTimers}, and can be set forward and back as on a real machine. */
public final class ManualCalendar extends Clock {
    private final NanoClock clock;
    private final long startNs;
    private Instant start;

    /** @param start the time of day now */
    public ManualCalendar(NanoClock clock, Instant start) {
        this.clock = clock;
        this.startNs = clock.nowNs();
        this.start = start;
    }

    /** Sets the time of day forward, or back, by {@code step}; the clock that measures does not notice. */
    public void set(Duration step) {
        start = start.plus(step);
    }

    @Override
    public Instant instant() {
        return start.plusNanos(clock.nowNs() - startNs);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
