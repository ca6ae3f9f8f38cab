package dev.sidetone.simulator.line.stream;

import dev.sidetone.simulator.timeline.Fact;
import dev.sidetone.simulator.timeline.Wire;
import dev.sidetone.simulator.timeline.WireText;

/** Makes the facts of a stream's messages that carry no sound. Stateless. */
final class StreamMessage {
    private StreamMessage() {}

    /** A message of ours was written. */
    static Fact toServer(String text, long atNs) {
        return passed(text, 0, true, atNs);
    }

    /** The server's message number {@code message} came. */
    static Fact fromServer(String text, long message, long atNs) {
        return passed(text, message, false, atNs);
    }

    private static Fact passed(String message, long number, boolean toAgent, long atNs) {
        WireText kept = WireText.of(message);
        return new Fact.MessagePassed(atNs, atNs, Wire.TWILIO, toAgent, number, 1, kept.soundChars(), kept.text());
    }
}
