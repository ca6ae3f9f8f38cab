package dev.sidetone.simulator.line.net;

import dev.sidetone.fuzz.FuzzedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.util.Set;

/** HTTP answers of a server, as a text and as a file. */
final class HttpReplyFuzzTest extends FuzzedReader {
    @Override
    protected Set<Class<? extends Exception>> declared() {
        return Set.of(IOException.class);
    }

    @Override
    protected void read(byte[] input) throws IOException {
        URI url = URI.create("http://localhost:8080/voice");
        HttpReply reply = HttpReply.read(new ByteArrayInputStream(input), HttpAnswer.MOST_BYTES);
        reply.answer(0, url);
        reply.download(0, url);
    }
}
