package dev.sidetone.bench.simulation;

import dev.sidetone.bridge.socket.EventLoop;
import dev.sidetone.bridge.socket.RequestHandler;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The server that has a call before its agent does: it gathers keys and passes the call on to the bridge, and it takes the status callbacks
 * of calls that it has placed.
 */
final class AppServer implements RequestHandler {
    static final String MENU = "/menu";
    static final String STATUS = "/status";

    private final SimulatedCall call;
    private final String onward;

    /** @param onward the URL of the bridge's webhook */
    AppServer(SimulatedCall call, String onward) {
        this.call = call;
        this.onward = onward;
    }

    @Override
    public Response answer(Request request, EventLoop loop) {
        PlannedMenu menu = call.plan().menu();
        switch (request.path()) {
            case MENU -> {
                return twiml(menu == null ? "<Response/>" : menu.twiml());
            }
            case "/gathered" -> call.gathered(String.valueOf(field(request, "Digits")));
            case "/silent" -> call.gathered(null);
            case STATUS -> {
                call.told(
                        String.valueOf(field(request, "SequenceNumber")), String.valueOf(field(request, "CallStatus")));
                return new Response(204, "text/plain", "", Map.of());
            }
            default -> {
                return Response.text(404, request.path());
            }
        }
        return twiml("<Response><Redirect>" + onward + "</Redirect></Response>");
    }

    @Override
    public Upgrade upgrade(Request request, EventLoop loop) {
        return new Upgrade.Refuse(404, "no stream");
    }

    private static Response twiml(String text) {
        return new Response(200, "text/xml", text, Map.of());
    }

    private static @Nullable String field(Request request, String name) {
        for (String pair : request.body().split("&", -1)) {
            if (pair.startsWith(name + "=")) {
                return URLDecoder.decode(pair.substring(name.length() + 1), StandardCharsets.UTF_8);
            }
        }
        return null;
    }
}
