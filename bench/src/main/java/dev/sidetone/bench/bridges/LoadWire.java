package dev.sidetone.bench.bridges;

import java.io.IOException;

/** The agent's end of one call under load: gets ready as its service does, and speaks and hears sound. One thread. */
abstract class LoadWire implements LoadSocket.Reader {
    final LoadBuffers buffers;
    final Listener listener;

    /** Takes in what the agent's end receives. */
    interface Listener {
        /** The bridge's session is ready. */
        void ready();

        /** Sound of the caller, in the agent's format. */
        void heard(byte[] bytes, int from, int length, long nowNs);

        /** A message that has no place here. */
        void strange(String what);
    }

    LoadWire(LoadBuffers buffers, Listener listener) {
        this.buffers = buffers;
        this.listener = listener;
    }

    /** One on the wire of {@code flavour}. */
    static LoadWire of(LoadFlavour flavour, LoadBuffers buffers, Listener listener) {
        return flavour == LoadFlavour.MULAW
                ? new OpenAiLoadWire(buffers, listener)
                : new OmniLoadWire(buffers, listener, flavour.rateHz);
    }

    /** The socket is open: what the service says first. */
    abstract void opened(LoadSocket socket) throws IOException;

    /** An answer begins. */
    abstract void begin(int answer, LoadSocket socket) throws IOException;

    /** A piece of it, which lies in the shared buffers' sound. */
    abstract void speak(int answer, int bytes, LoadSocket socket) throws IOException;

    /** It ends. */
    abstract void end(LoadSocket socket) throws IOException;
}
