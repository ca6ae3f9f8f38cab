package dev.sidetone.simulator.twilio.rest;

import dev.sidetone.bridge.socket.RequestHandler;
import java.util.Locale;

/**
 * A request that may be answered.
 *
 * @param path without {@code .json}
 * @param query the parameters of the URL
 * @param form the parameters of the body, as far as it is a form
 * @param origin scheme, host and port of this API, for absolute links
 */
record RestRequest(
        String method,
        String fullPath,
        String path,
        String queryText,
        FormFields query,
        FormFields form,
        String origin) {
    private static final String JSON = ".json";
    private static final String FORM = "application/x-www-form-urlencoded";

    static RestRequest of(RequestHandler.Request request, String origin) throws RestError {
        String full = request.path();
        String path = full.endsWith(JSON) ? full.substring(0, full.length() - JSON.length()) : full;
        String query = request.query() == null ? "" : request.query();
        String type = request.headers().getOrDefault("content-type", "").toLowerCase(Locale.ROOT);
        FormFields form = FormFields.read(type.startsWith(FORM) ? request.body() : "");
        return new RestRequest(request.method(), full, path, query, FormFields.read(query), form, origin);
    }

    boolean isGet() {
        return method.equals("GET") || method.equals("HEAD");
    }

    boolean isPost() {
        return method.equals("POST");
    }

    boolean isDelete() {
        return method.equals("DELETE");
    }
}
