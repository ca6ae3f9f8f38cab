package dev.sidetone.simulator.twilio.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** {@code /v1/Alerts}: what Twilio's debugger would show of the recorded calls. For any thread. */
final class AlertsResource {
    private final CallStore book;
    private final String accountSid;

    AlertsResource(CallStore book, String accountSid) {
        this.book = book;
        this.accountSid = accountSid;
    }

    RestReply all(RestRequest asked) throws RestError {
        FormFields query = asked.query();
        Optional<CallFilter.Span> from = CallFilter.span(query, "StartDate");
        Optional<CallFilter.Span> to = CallFilter.span(query, "EndDate");
        String level = query.get("LogLevel").orElse("").toLowerCase(Locale.ROOT);
        String call = query.get("ResourceSid").orElse("");
        List<Alert> found = book.alerts()
                .filter(alert -> level.isEmpty() || level.equals(alert.level()))
                .filter(alert -> call.isEmpty() || call.equals(alert.callSid()))
                .filter(alert ->
                        from.isEmpty() || !alert.at().isBefore(from.get().begin()))
                .filter(alert -> to.isEmpty() || alert.at().isBefore(to.get().end()))
                .toList();
        return RestReply.ok(Paging.of(found, asked, Alert::sid)
                .listWithMeta("alerts", asked.origin(), alert -> json(alert, asked.origin())));
    }

    RestReply one(RestRequest asked, String sid) throws RestError {
        Alert alert = book.alerts()
                .filter(some -> some.sid().equals(sid))
                .findFirst()
                .orElseThrow(() -> RestError.notFound(asked.fullPath()));
        return RestReply.ok(json(alert, asked.origin()));
    }

    private ObjectNode json(Alert alert, String origin) {
        String at = DateTimeFormatter.ISO_INSTANT.format(alert.at());
        String code = alert.finding().code();
        ObjectNode json = RestJson.object();
        json.put("account_sid", accountSid);
        json.put("alert_text", text(alert));
        json.put("api_version", CallJson.VERSION);
        json.put("date_created", at);
        json.put("date_generated", at);
        json.put("date_updated", at);
        json.put("error_code", code);
        json.put("log_level", alert.level());
        json.put("more_info", "https://www.twilio.com/docs/errors/" + code);
        json.putNull("request_method");
        json.putNull("request_url");
        json.putNull("request_variables");
        json.put("resource_sid", alert.callSid());
        json.putNull("response_body");
        json.putNull("response_headers");
        json.put("sid", alert.sid());
        json.put("url", origin + "/v1/Alerts/" + alert.sid());
        json.putNull("service_sid");
        return json;
    }

    /** The text in the form that Twilio's debugger uses. */
    private static String text(Alert alert) {
        return "Msg=" + URLEncoder.encode(alert.finding().what(), StandardCharsets.UTF_8) + "&ErrorCode="
                + alert.finding().code() + "&LogLevel=" + alert.level().toUpperCase(Locale.ROOT);
    }
}
