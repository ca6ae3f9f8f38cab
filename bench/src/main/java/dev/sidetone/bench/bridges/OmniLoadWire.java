package dev.sidetone.bench.bridges;

import java.io.IOException;

/** An agent on Omni's wire, in its plain framing. */
final class OmniLoadWire extends LoadWire {
    private static final byte[] CONFIGURE = JsonBytes.of("\"configure\"");

    private final int rateHz;

    OmniLoadWire(LoadBuffers buffers, Listener listener, int rateHz) {
        super(buffers, listener);
        this.rateHz = rateHz;
    }

    @Override
    void opened(LoadSocket socket) throws IOException {
        socket.send("{\"event\":\"hello\",\"call_id\":\"call_1\",\"audio_out\":\"pcm16@" + rateHz + "\"}");
    }

    @Override
    void begin(int answer, LoadSocket socket) throws IOException {
        socket.send("{\"event\":\"turn\",\"role\":\"assistant\"}");
    }

    @Override
    void speak(int answer, int bytes, LoadSocket socket) throws IOException {
        socket.send(LoadSocket.BINARY, buffers.sound, bytes);
    }

    @Override
    void end(LoadSocket socket) {
        // The wire has no word for it.
    }

    @Override
    public void message(LoadSocket socket, int opcode, byte[] bytes, int from, int to, long nowNs) throws IOException {
        if (opcode == LoadSocket.BINARY) {
            listener.heard(bytes, from, to - from, nowNs);
        } else if (JsonBytes.after(CONFIGURE, bytes, from, to) >= 0) {
            socket.send("{\"event\":\"configured\"}");
            listener.ready();
        } else {
            listener.strange("the agent received " + JsonBytes.beginning(bytes, from, to));
        }
    }
}
