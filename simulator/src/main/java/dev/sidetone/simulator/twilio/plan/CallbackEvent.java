package dev.sidetone.simulator.twilio.plan;

/** What a call's status callback may be told of. */
public enum CallbackEvent {
    INITIATED,
    RINGING,
    ANSWERED,
    COMPLETED
}
