package dev.sidetone.bench.bridges;

import java.io.IOException;

/** An agent on OpenAI's wire. */
final class OpenAiLoadWire extends LoadWire {
    private static final byte[] APPEND = JsonBytes.of("input_audio_buffer.append");
    private static final byte[] AUDIO = JsonBytes.of("\"audio\":\"");
    private static final byte[] UPDATE = JsonBytes.of("session.update");
    /** The greeting is asked for; this agent answers all the time. */
    private static final byte[] GREET = JsonBytes.of("response.create");

    private static final byte[] DELTA =
            JsonBytes.of("{\"type\":\"response.output_audio.delta\",\"event_id\":\"event_CMw4xHgxNQbFKcDUbvR7p\","
                    + "\"response_id\":\"resp_CMw4wOIGvTdQ6bqbUgkWk\",\"item_id\":\"item_");
    private static final byte[] CONTENT = JsonBytes.of("\",\"output_index\":0,\"content_index\":0,\"delta\":\"");
    private static final byte[] END = JsonBytes.of("\"}");

    private final SoundText text = new SoundText();

    OpenAiLoadWire(LoadBuffers buffers, Listener listener) {
        super(buffers, listener);
    }

    @Override
    void opened(LoadSocket socket) throws IOException {
        socket.send("{\"type\":\"session.created\",\"event_id\":\"event_1\",\"session\":{\"id\":\"sess_1\"}}");
    }

    @Override
    void begin(int answer, LoadSocket socket) throws IOException {
        socket.send("{\"type\":\"response.created\",\"response\":{\"id\":\"resp_1\",\"status\":\"in_progress\"}}");
    }

    @Override
    void speak(int answer, int bytes, LoadSocket socket) throws IOException {
        buffers.begin().add(DELTA).add(answer).add(CONTENT);
        text.encode(buffers.sound, bytes, buffers);
        buffers.add(END);
        socket.sendText();
    }

    @Override
    void end(LoadSocket socket) throws IOException {
        socket.send("{\"type\":\"response.output_audio.done\",\"response_id\":\"resp_1\"}");
        socket.send("{\"type\":\"response.done\",\"response\":{\"id\":\"resp_1\",\"status\":\"completed\"}}");
    }

    @Override
    public void message(LoadSocket socket, int opcode, byte[] bytes, int from, int to, long nowNs) throws IOException {
        int audio = JsonBytes.after(APPEND, bytes, from, to) < 0 ? -1 : JsonBytes.after(AUDIO, bytes, from, to);
        if (audio >= 0) {
            byte[] sound = text.decode(bytes, audio, JsonBytes.quote(bytes, audio, to));
            listener.heard(sound, 0, sound.length, nowNs);
        } else if (JsonBytes.after(UPDATE, bytes, from, to) >= 0) {
            socket.send("{\"type\":\"session.updated\",\"event_id\":\"event_2\",\"session\":{\"id\":\"sess_1\"}}");
            listener.ready();
        } else if (JsonBytes.after(GREET, bytes, from, to) < 0) {
            listener.strange("the agent received " + JsonBytes.beginning(bytes, from, to));
        }
    }
}
