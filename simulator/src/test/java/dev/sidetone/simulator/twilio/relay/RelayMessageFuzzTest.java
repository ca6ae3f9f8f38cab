package dev.sidetone.simulator.twilio.relay;

import dev.sidetone.fuzz.FuzzedReader;
import dev.sidetone.simulator.line.stream.InvalidMessage;
import java.util.List;
import java.util.Set;

/** Messages of a ConversationRelay server, and what is made of their texts. */
final class RelayMessageFuzzTest extends FuzzedReader {
    @Override
    protected Set<Class<? extends Exception>> declared() {
        return Set.of(InvalidMessage.class);
    }

    @Override
    protected void read(byte[] input) throws InvalidMessage {
        if (RelayMessageReader.read(text(input)) instanceof RelayMessage.Text said) {
            SentenceCutter cutter = new SentenceCutter();
            List<String> pieces = cutter.add(said.token());
            pieces.forEach(SpokenText::of);
            SpokenText.of(cutter.rest());
        }
    }
}
