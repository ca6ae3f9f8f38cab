package dev.sidetone.simulator.twilio.plan;

/** An event that a call's status callback may take. */
public enum CallbackEvent {
    INITIATED,
    RINGING,
    ANSWERED,
    COMPLETED
}
