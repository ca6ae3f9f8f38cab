package dev.sidetone.simulator.timeline;

/** A WebSocket on which a call's messages pass. */
public enum Wire {
    /** Twilio's Media Stream, between the line and the server. */
    TWILIO,
    /** The agent's wire, between the embedded bridge and the agent. */
    AGENT
}
