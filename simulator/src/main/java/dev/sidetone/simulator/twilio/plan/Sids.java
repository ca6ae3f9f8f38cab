package dev.sidetone.simulator.twilio.plan;

import java.util.Random;
import java.util.UUID;

/** Makes Twilio's identifiers from one call's random numbers: two letters and 32 lower-case hex digits. Owned by one call. */
public final class Sids {
    private final Random random;

    public Sids(Random random) {
        this.random = random;
    }

    /** Names a call. */
    public String call() {
        return sid("CA");
    }

    /** Names a Media Stream. */
    public String stream() {
        return sid("MZ");
    }

    /** Names a ConversationRelay's session. */
    public String session() {
        return sid("VX");
    }

    /** Names one request to a server. */
    public String request() {
        return new UUID(random.nextLong(), random.nextLong()).toString();
    }

    private String sid(String kind) {
        return kind + String.format("%016x%016x", random.nextLong(), random.nextLong());
    }
}
