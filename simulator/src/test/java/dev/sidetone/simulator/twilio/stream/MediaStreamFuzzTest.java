package dev.sidetone.simulator.twilio.stream;

import dev.sidetone.fuzz.FuzzedReader;
import dev.sidetone.simulator.line.stream.InvalidMessage;
import dev.sidetone.simulator.line.stream.TwoWayProtocol;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** Messages of a server on the stream, read strictly and leniently. */
final class MediaStreamFuzzTest extends FuzzedReader {
    private static final MediaStreamProtocol STRICT = protocol(false);
    private static final MediaStreamProtocol LENIENT = protocol(true);

    @Override
    protected Set<Class<? extends Exception>> declared() {
        return Set.of(InvalidMessage.class);
    }

    @Override
    protected void read(byte[] input) throws InvalidMessage {
        String text = text(input);
        try {
            LENIENT.read(text, new Sink());
        } finally {
            STRICT.read(text, new Sink());
        }
    }

    private static MediaStreamProtocol protocol(boolean lenient) {
        return new MediaStreamProtocol(new StreamNames("AC1", "CA1", "MZ1", Map.of()), new Random(7), lenient);
    }

    private static final class Sink implements TwoWayProtocol.Receiver {
        @Override
        public void media(byte[] mulaw) {}

        @Override
        public void mark(String name) {}

        @Override
        public void clear() {}

        @Override
        public void suspect(InvalidMessage problem) {}
    }
}
