package dev.sidetone.simulator.twilio.plan;

/** The direction of a call. */
public enum Direction {
    /** Somebody dialled the number. */
    INBOUND("inbound"),
    /** The server had Twilio dial, over the REST API. */
    OUTBOUND_API("outbound-api");

    private final String word;

    Direction(String word) {
        this.word = word;
    }

    /** Twilio's word for it. */
    public String word() {
        return word;
    }
}
