package dev.sidetone.simulator.agent.inworld;

import dev.sidetone.bridge.socket.ConnectionListener;
import dev.sidetone.bridge.socket.RequestHandler;
import dev.sidetone.simulator.agent.AgentFault;
import dev.sidetone.simulator.agent.FakeEndpoint;
import dev.sidetone.simulator.agent.HttpRefusals;
import dev.sidetone.simulator.agent.Pacing;
import dev.sidetone.simulator.agent.SessionContext;
import dev.sidetone.simulator.agent.openai.OpenAiConnection;
import dev.sidetone.simulator.agent.openai.OpenAiRefusals;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The endpoint of Inworld Realtime: a wrong key and a query without a session's name are refused before the upgrade. Stateless. */
final class InworldEndpoint implements FakeEndpoint {
    /** What a browser brings; nobody here can verify it. */
    private static final Pattern JWT = Pattern.compile("Bearer [\\w-]{2,4096}\\.[\\w-]{2,4096}\\.[\\w-]{0,4096}");

    @Override
    public String path() {
        return "/api/v1/realtime/session";
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
        String authorization = request.headers().getOrDefault("authorization", "");
        if (injected.contains(AgentFault.KEY) || authorization.equals("Basic bad")) {
            return OpenAiRefusals.wrongKey();
        }
        if (!HttpRefusals.hasKey(request, "Basic ")
                && !JWT.matcher(authorization).matches()) {
            return HttpRefusals.refusal(
                    401,
                    "unauthorized",
                    "This takes Basic authorization with the portal's key, or a browser's Bearer with a JWT.");
        }
        List<String> query = Arrays.asList(String.valueOf(request.query()).split("&", -1));
        boolean named = query.stream().anyMatch(pair -> pair.startsWith("key=") && pair.length() > 4);
        return named && query.contains("protocol=realtime")
                ? null
                : HttpRefusals.refusal(400, "invalid_request", "The query must have key and protocol=realtime.");
    }

    @Override
    public ConnectionListener session(SessionContext context) {
        return new OpenAiConnection(context, new InworldShape(context.isInjected(AgentFault.VARIANT)));
    }
}
