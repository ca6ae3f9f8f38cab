package dev.sidetone.simulator.twilio.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sidetone.bridge.socket.Site;
import java.util.Map;

/** The answer to a request. */
record Reply(int status, String body, Map<String, String> headers) {
    private static final String TYPE = "application/json;charset=utf-8";

    static Reply ok(ObjectNode json) {
        return new Reply(200, Json.text(json), Map.of());
    }

    static Reply created(ObjectNode json) {
        return new Reply(201, Json.text(json), Map.of());
    }

    static Reply gone() {
        return new Reply(204, "", Map.of());
    }

    static Reply refused(Refusal refusal) {
        ObjectNode json = Json.object();
        json.put("code", refusal.code());
        json.put("message", refusal.getMessage());
        json.put("more_info", "https://www.twilio.com/docs/errors/" + refusal.code());
        json.put("status", refusal.status());
        String code = String.valueOf(refusal.code());
        Map<String, String> headers = refusal.status() == 401
                ? Map.of("X-Twilio-Error-Code", code, "WWW-Authenticate", "Basic realm=\"Twilio API\"")
                : Map.of("X-Twilio-Error-Code", code);
        return new Reply(refusal.status(), Json.text(json), headers);
    }

    Site.Response response() {
        return new Site.Response(status, TYPE, body, headers);
    }
}
