package dev.sidetone.simulator.scenario;

/** What must hold after the caller said or pressed something. Immutable. */
public sealed interface Expectation {
    /** The expectation in the words of the file, as in {@code clear: 300ms}. */
    String text();

    /** A clear reached Twilio within {@code mostMs} of the caller's onset. */
    record Clear(String text, long mostMs) implements Expectation {}

    /** The caller heard silence within {@code mostMs} of the onset. */
    record Silence(String text, long mostMs) implements Expectation {}

    /** The agent stopped for the caller, or did not. */
    record Yields(String text, boolean yields) implements Expectation {}

    /** The agent's transcript holds {@code words}, whatever their case. */
    record AgentSaid(String text, String words) implements Expectation {}

    /** The agent called the tool {@code name}. */
    record Tool(String text, String name) implements Expectation {}

    /** The caller was put through to {@code number}. */
    record Transfer(String text, String number) implements Expectation {}

    /** The call has the finding {@code code}. */
    record Finding(String text, String code) implements Expectation {}
}
