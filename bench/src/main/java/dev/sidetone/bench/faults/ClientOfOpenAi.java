package dev.sidetone.bench.faults;

import dev.sidetone.bench.peer.WebSocketByHand;
import dev.sidetone.bench.process.Until;
import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.simulator.caller.Callers;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;

/** A client of a fake agent on OpenAI's wire, written by hand. */
final class ClientOfOpenAi {
    private static final int SILENT_FRAMES = 60;

    private ClientOfOpenAi() {}

    /** Connects to {@code url}, sets mu-law up, asks something, and reads nothing of the answer. */
    static WebSocketByHand thatAsks(String url) throws IOException {
        WebSocketByHand agent =
                WebSocketByHand.connect(URI.create(url + "?model=gpt-realtime"), Map.of("Authorization", "Bearer any"));
        agent.send("{\"type\":\"session.update\",\"session\":{\"type\":\"realtime\",\"audio\":{\"input\":{\"format\":"
                + "{\"type\":\"audio/pcmu\"},\"turn_detection\":{\"type\":\"server_vad\"}},"
                + "\"output\":{\"format\":{\"type\":\"audio/pcmu\"}}}}}");
        for (LineFrame frame : Callers.voice("ask-opening-hours").frames()) {
            append(agent, frame);
        }
        for (int i = 0; i < SILENT_FRAMES; i++) {
            append(agent, LineFrame.SILENCE);
        }
        return agent;
    }

    private static void append(WebSocketByHand agent, LineFrame frame) throws IOException {
        agent.send("{\"type\":\"input_audio_buffer.append\",\"audio\":\""
                + Base64.getEncoder().encodeToString(frame.mulaw()) + "\"}");
        Until.passes(Duration.ofMillis(LineFrame.MS));
    }
}
