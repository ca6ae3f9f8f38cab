package dev.sidetone.simulator.twilio.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sidetone.bridge.socket.RequestHandler;
import java.util.Map;

/** The answer to a request. */
record RestReply(int status, String body, Map<String, String> headers) {
    private static final String TYPE = "application/json;charset=utf-8";

    static RestReply ok(ObjectNode json) {
        return new RestReply(200, RestJson.text(json), Map.of());
    }

    static RestReply created(ObjectNode json) {
        return new RestReply(201, RestJson.text(json), Map.of());
    }

    static RestReply gone() {
        return new RestReply(204, "", Map.of());
    }

    static RestReply refused(RestError refusal) {
        ObjectNode json = RestJson.object();
        json.put("code", refusal.code());
        json.put("message", refusal.getMessage());
        json.put("more_info", "https://www.twilio.com/docs/errors/" + refusal.code());
        json.put("status", refusal.status());
        String code = String.valueOf(refusal.code());
        Map<String, String> headers = refusal.status() == 401
                ? Map.of("X-Twilio-Error-Code", code, "WWW-Authenticate", "Basic realm=\"Twilio API\"")
                : Map.of("X-Twilio-Error-Code", code);
        return new RestReply(refusal.status(), RestJson.text(json), headers);
    }

    RequestHandler.Response response() {
        return new RequestHandler.Response(status, TYPE, body, headers);
    }
}
