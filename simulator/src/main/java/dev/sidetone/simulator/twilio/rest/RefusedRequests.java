package dev.sidetone.simulator.twilio.rest;

import dev.sidetone.bridge.socket.RequestHandler;
import dev.sidetone.simulator.findings.AgentFindings;
import dev.sidetone.simulator.findings.Finding;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reports a refused request about a call as a finding of that call, or of every call under way when it named none of them. A call that is
 * over gets none: its end and the request crossed. For any thread.
 */
final class RefusedRequests {
    private static final Pattern ONE_CALL = Pattern.compile(".*/Calls/([^/.]+)(\\.json)?");

    private final CallStore book;

    RefusedRequests(CallStore book) {
        this.book = book;
    }

    void report(RequestHandler.Request request, RestError refusal) {
        Matcher named = ONE_CALL.matcher(request.path());
        if (!request.method().equals("POST") || !named.matches()) {
            return;
        }
        Finding finding = finding(request.body(), refusal);
        concerned(named.group(1)).forEach(entry -> entry.live().found(finding));
    }

    /** The injected {@code fault} is the reason for which the request failed. */
    void blame(RequestHandler.Request request, RestFault fault) {
        Matcher named = ONE_CALL.matcher(request.path());
        concerned(named.matches() ? named.group(1) : "")
                .forEach(entry -> entry.live().faultBegan(fault.text()));
    }

    private List<CallRecord> concerned(String sid) {
        CallRecord entry = book.find(sid);
        List<CallRecord> calls = entry == null ? book.newestFirst() : List.of(entry);
        return calls.stream().filter(call -> !call.status().isOver()).toList();
    }

    private static Finding finding(String form, RestError refusal) {
        String action = form.contains("Status=") ? "hang up" : "redirect";
        return AgentFindings.controlRefused("Twilio's REST API did not " + action + " the call: " + refusal.getMessage()
                + " (" + refusal.code() + ")");
    }
}
