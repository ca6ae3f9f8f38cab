package dev.sidetone.simulator.line.rest;

import dev.sidetone.bridge.socket.Site;
import dev.sidetone.simulator.findings.AgentFindings;
import dev.sidetone.simulator.timeline.Finding;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells calls what a server wished of them in vain: the call that it named, or every call under way when it named none of them. A call
 * that is over is told nothing: its end and the wish crossed. For any thread.
 */
final class RefusedWishes {
    private static final Pattern ONE_CALL = Pattern.compile(".*/Calls/([^/.]+)(\\.json)?");

    private final CallBook book;

    RefusedWishes(CallBook book) {
        this.book = book;
    }

    void tell(Site.Request request, Refusal refusal) {
        Matcher named = ONE_CALL.matcher(request.path());
        if (!request.method().equals("POST") || !named.matches()) {
            return;
        }
        Finding finding = finding(request.body(), refusal);
        CallEntry entry = book.find(named.group(1));
        if (entry != null) {
            tell(entry, finding);
        } else {
            book.newestFirst().forEach(each -> tell(each, finding));
        }
    }

    private static void tell(CallEntry entry, Finding finding) {
        if (!entry.status().isOver()) {
            entry.live().found(finding);
        }
    }

    private static Finding finding(String form, Refusal refusal) {
        String wish = form.contains("Status=") ? "hang up" : "redirect";
        return AgentFindings.controlRefused("Twilio's REST API did not " + wish + " the call: " + refusal.getMessage()
                + " (" + refusal.code() + ")");
    }
}
