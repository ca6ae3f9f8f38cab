package dev.sidetone.simulator.agent;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** OpenAI's own spelling of today, where PCM has one rate only. */
final class GaShape implements OpenAiShape {
    private static final int RATE_HZ = 24_000;

    @Override
    public void incoming(ObjectNode event) throws Rejected {
        for (String side : List.of("input", "output")) {
            String path = "session.audio." + side + ".format.rate";
            JsonNode rate = event.at("/" + path.replace('.', '/'));
            if (rate.isInt() && rate.intValue() != RATE_HZ) {
                throw Rejected.invalidValue(path, "Invalid value: '" + rate + "'. The only rate is " + RATE_HZ + ".");
            }
        }
    }

    @Override
    public List<ObjectNode> outgoing(ObjectNode event) {
        return List.of(event);
    }
}
