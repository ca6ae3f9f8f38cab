package dev.sidetone.simulator.live;

/** The phases of live mode. */
public enum LivePhase {
    /** Live mode is off: simulated calls only. */
    OFF,
    /** The public address is being found or a tunnel opened. */
    FINDING_ADDRESS,
    /** The bridge is being reached through the public address. */
    CHECKING_ADDRESS,
    /** The account's voice numbers are being read. */
    READING_NUMBERS,
    /** A person chooses a number; nothing is changed yet. */
    CHOOSING,
    /** The chosen number's settings are being changed. */
    SETTING_NUMBER,
    /** The number rings the bridge. */
    READY,
    /** The number's settings are being restored, and calls end. */
    LEAVING,
    /** Live mode could not start; {@link LiveState#trouble} is the reason. */
    BROKEN;

    /** Returns true where nothing runs and live mode may begin. */
    public boolean isAtRest() {
        return this == OFF || this == BROKEN;
    }

    /** The step that leaving has to wait for in this phase, to follow "waits for". */
    String step() {
        return switch (this) {
            case FINDING_ADDRESS, CHECKING_ADDRESS -> "the check of the public address to end";
            case READING_NUMBERS -> "Twilio to list the account's numbers";
            case SETTING_NUMBER -> "Twilio to set the number up";
            case OFF, BROKEN, CHOOSING, READY, LEAVING -> "the present step to end";
        };
    }
}
