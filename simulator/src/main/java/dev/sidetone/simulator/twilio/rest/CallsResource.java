package dev.sidetone.simulator.twilio.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** {@code /Accounts/{sid}/Calls}: what may be asked of calls. For any thread. */
final class CallsResource {
    /** More calls that servers asked for do not run at once. */
    static final int MOST_OUTBOUND = 200;

    private final CallBook book;
    private final CallJson json;
    private final Exchange exchange;
    private final CallerRights rights;
    private final boolean racing;
    private final Set<String> raced = ConcurrentHashMap.newKeySet();

    CallsResource(CallBook book, CallJson json, Exchange exchange, CallerRights rights, boolean racing) {
        this.book = book;
        this.json = json;
        this.exchange = exchange;
        this.rights = rights;
        this.racing = racing;
    }

    /** The list, or a new call. */
    Reply all(Asked asked) throws Refusal {
        if (asked.isGet()) {
            var wanted = CallFilter.of(asked.query());
            var calls = book.newestFirst().stream().filter(wanted).toList();
            return Reply.ok(Paging.of(calls, asked, CallEntry::sid).list("calls", json::write));
        }
        if (!asked.isPost()) {
            throw Refusal.method();
        }
        OutboundCall call = CallOrder.create(asked.form());
        rights.check(call);
        if (book.outboundUnderWay() >= MOST_OUTBOUND) {
            throw Refusal.of(429, 20429, "Too Many Requests");
        }
        return Reply.created(json.created(exchange.dial(call)));
    }

    /** One call. */
    Reply one(Asked asked, String sid) throws Refusal {
        CallEntry entry = book.find(sid);
        if (entry == null) {
            throw Refusal.notFound(asked.fullPath());
        }
        if (asked.isDelete()) {
            return delete(entry);
        }
        if (asked.isPost()) {
            return Reply.ok(update(entry, asked.form()));
        }
        if (!asked.isGet()) {
            throw Refusal.method();
        }
        return Reply.ok(json.write(entry));
    }

    private Reply delete(CallEntry entry) throws Refusal {
        if (!entry.status().isOver()) {
            throw Refusal.of(409, 20009, "Cannot delete this resource before it is complete");
        }
        book.remove(entry.sid());
        raced.remove(entry.sid());
        return Reply.gone();
    }

    /** The answer shows the call as it is when it is asked, not as it will be. */
    private ObjectNode update(CallEntry entry, Form form) throws Refusal {
        ObjectNode before = json.write(entry);
        if (form.get("Url").isPresent() && form.get("Twiml").isPresent()) {
            throw Refusal.of(20001, "Parameters 'Url' and 'Twiml' exclude each other");
        }
        Instructions next = CallOrder.instructions(form);
        String status = form.get("Status").orElse("");
        if (!status.isEmpty()) {
            end(entry, status);
        } else if (next != null) {
            redirect(entry, next);
        }
        return before;
    }

    private void redirect(CallEntry entry, Instructions next) throws Refusal {
        boolean early = racing && entry.status() == CallStatus.IN_PROGRESS && raced.add(entry.sid());
        if (early) {
            entry.live().befell(RestFault.REST_RACE.text());
        }
        if (early || entry.status() != CallStatus.IN_PROGRESS) {
            throw Refusal.notInProgress();
        }
        entry.live().redirect(next);
    }

    /** {@code canceled} leaves a call alone that somebody has answered. */
    private static void end(CallEntry entry, String status) throws Refusal {
        if (!status.equals("completed") && !status.equals("canceled")) {
            throw Refusal.of(20001, "Parameter 'Status' is not valid: " + status);
        }
        if (entry.status().isOver()) {
            throw Refusal.notInProgress();
        }
        if (status.equals("completed") || entry.status() != CallStatus.IN_PROGRESS) {
            entry.live().hangUp("the REST API set the call's status to " + status);
        }
    }
}
