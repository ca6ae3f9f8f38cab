package dev.sidetone.simulator.agent.openai;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sidetone.bridge.json.JsonText;
import dev.sidetone.bridge.socket.RequestHandler;
import dev.sidetone.simulator.agent.ProtocolError;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** OpenAI's own spelling of today, where PCM has one rate only. */
final class GaShape implements OpenAiShape {
    private static final int RATE_HZ = 24_000;

    @Override
    public @Nullable ProtocolError refusal(RequestHandler.Request request) {
        if (request.headers().containsKey(BetaShape.HEADER)) {
            return new ProtocolError(
                    "beta_api_shape_disabled",
                    "The Realtime beta is gone: leave out the header 'OpenAI-Beta' and use the GA shape.",
                    null);
        }
        String model = OpenAiModels.named(request.query());
        return model == null ? OpenAiModels.missing() : OpenAiModels.refusal(model);
    }

    @Override
    public void incoming(ObjectNode event, Consumer<String> notEmulated) throws ProtocolError {
        for (String side : List.of("input", "output")) {
            String path = "session.audio." + side + ".format.rate";
            JsonNode rate = event.at("/" + path.replace('.', '/'));
            String type = JsonText.of(event.at("/session/audio/" + side + "/format/type"));
            if (type.equals(SessionRules.FLOAT)) {
                throw ProtocolError.invalidValue(
                        "session.audio." + side + ".format.type", "Invalid value: '" + type + "'.");
            }
            if (rate.isInt() && rate.intValue() != RATE_HZ) {
                throw ProtocolError.invalidValue(
                        path, "Invalid value: '" + rate + "'. The only rate is " + RATE_HZ + ".");
            }
        }
    }

    @Override
    public List<ObjectNode> outgoing(ObjectNode event) {
        return List.of(event);
    }
}
