package dev.sidetone.simulator.twilio.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sidetone.simulator.twilio.twiml.TwimlSource;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** {@code /Accounts/{sid}/Calls}: what may be asked of calls. For any thread. */
final class CallsResource {
    /** More calls that servers asked for do not run at once. */
    static final int MOST_OUTBOUND = 200;

    private final CallStore book;
    private final CallJson json;
    private final Function<OutboundCall, CallRecord> dial;
    private final CallPermissions rights;
    private final boolean racing;
    private final Set<String> raced = ConcurrentHashMap.newKeySet();

    CallsResource(
            CallStore book,
            CallJson json,
            Function<OutboundCall, CallRecord> dial,
            CallPermissions rights,
            boolean racing) {
        this.book = book;
        this.json = json;
        this.dial = dial;
        this.rights = rights;
        this.racing = racing;
    }

    /** The list, or a new call. */
    RestReply all(RestRequest asked) throws RestError {
        if (asked.isGet()) {
            var wanted = CallFilter.of(asked.query());
            var calls = book.newestFirst().stream().filter(wanted).toList();
            return RestReply.ok(Paging.of(calls, asked, CallRecord::sid).list("calls", json::write));
        }
        if (!asked.isPost()) {
            throw RestError.method();
        }
        OutboundCall call = CallParameters.create(asked.form());
        rights.check(call);
        if (book.outboundUnderWay() >= MOST_OUTBOUND) {
            throw RestError.of(429, 20429, "Too Many Requests");
        }
        return RestReply.created(json.created(dial.apply(call)));
    }

    /** One call. */
    RestReply one(RestRequest asked, String sid) throws RestError {
        CallRecord entry = book.find(sid);
        if (entry == null) {
            throw RestError.notFound(asked.fullPath());
        }
        if (asked.isDelete()) {
            return delete(entry);
        }
        if (asked.isPost()) {
            return RestReply.ok(update(entry, asked));
        }
        if (!asked.isGet()) {
            throw RestError.method();
        }
        return RestReply.ok(json.write(entry));
    }

    private RestReply delete(CallRecord entry) throws RestError {
        if (!entry.status().isOver()) {
            throw RestError.of(409, 20009, "Cannot delete this resource before it is complete");
        }
        book.remove(entry.sid());
        raced.remove(entry.sid());
        return RestReply.gone();
    }

    /** The answer shows the call as it is when it is asked, not as it will be. */
    private ObjectNode update(CallRecord entry, RestRequest asked) throws RestError {
        FormFields form = asked.form();
        ObjectNode before = json.write(entry);
        if (form.get("Url").isPresent() && form.get("Twiml").isPresent()) {
            throw RestError.of(20001, "Parameters 'Url' and 'Twiml' exclude each other");
        }
        TwimlSource next = CallParameters.instructions(form);
        String status = form.get("Status").orElse("");
        if (!status.isEmpty()) {
            end(entry, status, asked.fullPath());
        } else if (next != null) {
            redirect(entry, next);
        }
        return before;
    }

    private void redirect(CallRecord entry, TwimlSource next) throws RestError {
        boolean early = racing && entry.status() == CallStatus.IN_PROGRESS && raced.add(entry.sid());
        if (early) {
            entry.live().faultBegan(RestFault.REST_RACE.text());
        }
        if (early || entry.status() != CallStatus.IN_PROGRESS) {
            throw RestError.notInProgress();
        }
        entry.live().redirect(next);
    }

    /** {@code canceled} leaves a call alone that somebody has answered. A call that is over is not found any more, as users report. */
    private static void end(CallRecord entry, String status, String path) throws RestError {
        if (!status.equals("completed") && !status.equals("canceled")) {
            throw RestError.of(20001, "Parameter 'Status' is not valid: " + status);
        }
        if (entry.status().isOver()) {
            throw RestError.notFound(path);
        }
        if (status.equals("completed") || entry.status() != CallStatus.IN_PROGRESS) {
            entry.live().hangUp("the REST API set the call's status to " + status);
        }
    }
}
