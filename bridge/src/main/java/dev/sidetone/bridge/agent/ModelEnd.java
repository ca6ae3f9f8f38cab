package dev.sidetone.bridge.agent;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;

/**
 * The end of a model or voice that its vendor has announced. Immutable, for any thread.
 *
 * @param name the vendor's name, which stands for its dated snapshots too
 * @param endsOn the day on which the vendor switches it off
 * @param successor what the vendor names in its place
 */
public record ModelEnd(String name, LocalDate endsOn, String successor) {
    private static final Pattern SNAPSHOT = Pattern.compile("-20\\d\\d-\\d\\d-\\d\\d$");

    /** Whether it is the end of {@code model}, which may name a snapshot by its date. */
    public boolean isOf(String model) {
        return name.equals(model) || name.equals(SNAPSHOT.matcher(model).replaceFirst(""));
    }

    /** How many days are left; 0 or less when it is over. */
    public long daysLeft(LocalDate today) {
        return ChronoUnit.DAYS.between(today, endsOn);
    }
}
