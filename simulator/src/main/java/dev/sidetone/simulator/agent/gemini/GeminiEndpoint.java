package dev.sidetone.simulator.agent.gemini;

import dev.sidetone.bridge.socket.ConnectionListener;
import dev.sidetone.bridge.socket.RequestHandler;
import dev.sidetone.simulator.agent.AgentFault;
import dev.sidetone.simulator.agent.FakeEndpoint;
import dev.sidetone.simulator.agent.Pacing;
import dev.sidetone.simulator.agent.ProtocolError;
import dev.sidetone.simulator.agent.SessionContext;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The endpoint of the Gemini Live API, which lets every request in and closes the open wire on those that it refuses. One per agent. */
final class GeminiEndpoint implements FakeEndpoint {
    /** 160 to 240 ms, faster than real time. */
    private static final Pacing PACE = new Pacing(List.of(1_280, 1_600, 1_920), Double.MAX_VALUE, 0);

    private static final Pattern PATH = Pattern.compile("/ws/google\\.ai\\.generativelanguage\\.v1(alpha|beta)\\."
            + "GenerativeService\\.BidiGenerateContent(Constrained)?");

    private final GeminiHandles handles = new GeminiHandles();

    @Override
    public String path() {
        return "/ws/google.ai.generativelanguage.v1beta.GenerativeService.BidiGenerateContent";
    }

    @Override
    public boolean isAt(String path) {
        return PATH.matcher(path).matches();
    }

    @Override
    public Pacing pacing() {
        return PACE;
    }

    @Override
    public RequestHandler.Upgrade.@Nullable Refuse refusal(Set<AgentFault> injected, RequestHandler.Request request) {
        return null;
    }

    @Override
    public ConnectionListener session(SessionContext context) {
        return new GeminiSession(context, handles);
    }

    /** The refusal of whoever opened the session, with the code that closes it; null for a good key. */
    static @Nullable Refusal verdict(SessionContext context) {
        String key = key(context.request());
        if (context.isInjected(AgentFault.FORBIDDEN)) {
            return new Refusal(
                    GeminiWriter.POLICY,
                    "permission_denied",
                    "Your project has been denied access. Please contact support.");
        }
        if (context.isInjected(AgentFault.UNAUTHORIZED)) {
            return new Refusal(GeminiWriter.INVALID, "api_key", "API key expired. Please renew the API key.");
        }
        if (key.isBlank()) {
            return new Refusal(
                    GeminiWriter.POLICY,
                    "unauthenticated",
                    "Method doesn't allow unregistered callers. Please use API Key or other form of API consumer identity.");
        }
        return key.equals("bad") || context.isInjected(AgentFault.KEY)
                ? new Refusal(GeminiWriter.INVALID, "api_key", "API key not valid. Please pass a valid API key.")
                : null;
    }

    /** A refusal by a close frame. */
    record Refusal(int closeCode, String code, String reason) {
        ProtocolError error() {
            return new ProtocolError(code, reason, null);
        }
    }

    /** A key by header or query, or a short-lived token. */
    private static String key(RequestHandler.Request request) {
        String header = request.headers().getOrDefault("x-goog-api-key", "");
        String authorization = request.headers().getOrDefault("authorization", "");
        if (!header.isEmpty()) {
            return header;
        }
        if (authorization.startsWith("Token ") || authorization.startsWith("Bearer ")) {
            return authorization.substring(authorization.indexOf(' ') + 1);
        }
        for (String pair : String.valueOf(request.query()).split("&", -1)) {
            if (pair.startsWith("key=") || pair.startsWith("access_token=")) {
                return decoded(pair.substring(pair.indexOf('=') + 1));
            }
        }
        return "";
    }

    private static String decoded(String value) {
        try {
            return URLDecoder.decode(value, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return value;
        }
    }
}
