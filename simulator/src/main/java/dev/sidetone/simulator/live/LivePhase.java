package dev.sidetone.simulator.live;

/** Where live mode is. */
public enum LivePhase {
    /** Simulated calls only. */
    OFF,
    /** Looking for the public address, or opening one. */
    FINDING_ADDRESS,
    /** CancellableStep ourselves through it. */
    CHECKING_ADDRESS,
    /** Asking for the account's voice numbers. */
    READING_NUMBERS,
    /** A number is to be chosen; nothing is changed yet. */
    CHOOSING,
    /** The number's URLs are being set. */
    SETTING_NUMBER,
    /** The number rings the bridge. */
    READY,
    /** The number is being put back, and calls end. */
    LEAVING,
    /** Something stands in the way; {@link LiveState#trouble} says what. */
    BROKEN
}
