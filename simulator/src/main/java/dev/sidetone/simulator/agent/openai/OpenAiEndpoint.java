package dev.sidetone.simulator.agent.openai;

import dev.sidetone.bridge.socket.ConnectionListener;
import dev.sidetone.bridge.socket.RequestHandler;
import dev.sidetone.simulator.agent.AgentFault;
import dev.sidetone.simulator.agent.FakeEndpoint;
import dev.sidetone.simulator.agent.HttpRefusals;
import dev.sidetone.simulator.agent.Pacing;
import dev.sidetone.simulator.agent.SessionContext;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The endpoint of OpenAI Realtime: a request without a key is refused, a wrong key is let in and closed. Stateless. */
final class OpenAiEndpoint implements FakeEndpoint {
    /** The prefix of a browser's key, which is a sub-protocol since browsers can set no headers. */
    private static final String BROWSER_KEY = "openai-insecure-api-key.";

    private final Supplier<OpenAiShape> shapes;

    OpenAiEndpoint(Supplier<OpenAiShape> shapes) {
        this.shapes = shapes;
    }

    @Override
    public String path() {
        return "/v1/realtime";
    }

    @Override
    public Pacing pacing() {
        return Pacing.BURSTS;
    }

    @Override
    public RequestHandler.Upgrade.@Nullable Refuse refusal(Set<AgentFault> injected, RequestHandler.Request request) {
        RequestHandler.Upgrade.Refuse refusal = OpenAiRefusals.injected(injected);
        if (refusal != null) {
            return refusal;
        }
        if (injected.contains(AgentFault.BROKEN)) {
            return HttpRefusals.refusal(500, null, "The server had an error while it processed the request.");
        }
        boolean hasKey = HttpRefusals.hasKey(request, "Bearer ")
                || request.headers().getOrDefault("sec-websocket-protocol", "").contains(BROWSER_KEY);
        return hasKey ? null : HttpRefusals.refusal(401, null, "Missing bearer authentication in header");
    }

    @Override
    public ConnectionListener session(SessionContext context) {
        return new OpenAiConnection(context, shapes.get());
    }
}
