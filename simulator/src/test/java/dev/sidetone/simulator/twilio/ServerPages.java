package dev.sidetone.simulator.twilio;

import dev.sidetone.bridge.socket.RequestHandler;
import java.util.Map;

/** What a server with one fault answers to the webhook. */
final class ServerPages {
    private static final int TOO_LONG = 70_000;

    private ServerPages() {}

    /** @param path what was asked for */
    static RequestHandler.Response page(ServerMistake fault, String path) {
        return switch (fault) {
            case HAS_NO_SUCH_PAGE -> RequestHandler.Response.text(404, "not here");
            case FAILS_IN_THE_WEBHOOK -> RequestHandler.Response.text(500, "Traceback");
            case REFUSES_THE_SIGNATURE -> RequestHandler.Response.text(403, "wrong signature");
            case ANSWERS_WITH_JSON -> new RequestHandler.Response(200, "application/json", "{\"ok\":true}");
            case ANSWERS_WITHOUT_TYPE -> new RequestHandler.Response(200, "", twiml(fault));
            case ANSWERS_WITH_A_PAGE ->
                new RequestHandler.Response(200, "text/html", "<html><body>Welcome</body></html>");
            case REDIRECTS_TO_ITSELF -> redirect("/voice");
            case REDIRECTS_FROM_PAGE_TO_PAGE -> redirect(otherPage(path));
            case REDIRECTS_NOWHERE -> new RequestHandler.Response(302, "text/plain", "");
            case SENDS_THE_CALL_FROM_PAGE_TO_PAGE ->
                new RequestHandler.Response(
                        200, "text/xml", "<Response><Redirect>" + otherPage(path) + "</Redirect></Response>");
            default -> new RequestHandler.Response(200, "text/xml", twiml(fault));
        };
    }

    private static RequestHandler.Response redirect(String location) {
        return new RequestHandler.Response(302, "text/plain", "", Map.of("Location", location));
    }

    private static String otherPage(String path) {
        return path.equals("/voice") ? "/welcome" : "/voice";
    }

    private static String twiml(ServerMistake fault) {
        return switch (fault) {
            case ANSWERS_WITH_BROKEN_XML -> "<Response><Connect><Stream url='/media?a=1&b=2'></Connect></Response>";
            case ANSWERS_WITH_NOTHING -> "";
            case ANSWERS_AT_LENGTH -> "<Response><Say>" + "a".repeat(TOO_LONG) + "</Say></Response>";
            case INVENTS_A_VERB -> "<Response><Greet/>" + stream("url='/media'") + "</Response>";
            case ONLY_LISTENS, SPEAKS_ON_A_ONE_WAY_STREAM ->
                "<Response><Start><Stream url='/media'/></Start><Pause length='20'/></Response>";
            case SENDS_THE_CALL_ROUND -> "<Response><Redirect>/voice</Redirect></Response>";
            case OPENS_NO_STREAM -> "<Response><Say>Hello.</Say></Response>";
            case NAMES_PLAIN_WS -> response("url='ws://voice.example/media'");
            case NAMES_HTTPS -> response("url='https://localhost:8080/media'");
            case NAMES_NO_URL -> response("url='wss://{HOST}/media'");
            case NAMES_ANOTHER_HOST -> response("url='wss://old-tunnel.example/media'");
            case WANTS_THE_OTHER_TRACK -> response("url='/media' track='outbound_track'");
            case CLOSES_AND_LEAVES_THE_CALLER ->
                "<Response>" + stream("url='/media'") + "<Pause length='20'/></Response>";
            default -> response("url='/media'");
        };
    }

    private static String response(String attributes) {
        return "<Response>" + stream(attributes) + "</Response>";
    }

    private static String stream(String attributes) {
        return "<Connect><Stream " + attributes + "/></Connect>";
    }
}
