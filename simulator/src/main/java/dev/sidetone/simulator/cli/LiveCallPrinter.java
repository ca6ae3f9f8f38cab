package dev.sidetone.simulator.cli;

import dev.sidetone.bridge.text.ForeignText;
import dev.sidetone.simulator.live.call.LiveCall;
import dev.sidetone.simulator.report.EventLine;
import dev.sidetone.simulator.report.EventPrinter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Prints the stories of several live calls to one terminal, each line with its call. Keeps the results. One thread. */
final class LiveCallPrinter {
    /** The last characters of a CallSid that a line shows. */
    private static final int TAIL = 4;

    private final Terminal terminal;
    private final Map<String, CallLines> calls = new LinkedHashMap<>();

    LiveCallPrinter(Terminal terminal) {
        this.terminal = terminal;
    }

    /** The results of all calls so far, the oldest first. */
    List<LiveCallResult> results() {
        return calls.values().stream().map(CallLines::result).toList();
    }

    /**
     * Prints what is new.
     *
     * @param newestFirst all calls of the session
     */
    void printNew(List<LiveCall> newestFirst) {
        List<LiveCall> oldestFirst = new ArrayList<>(newestFirst);
        Collections.reverse(oldestFirst);
        for (LiveCall call : oldestFirst) {
            calls.computeIfAbsent(call.callSid(), sid -> new CallLines(call)).printNew();
        }
    }

    /** The lines of one call, which is let go once it is complete. */
    private final class CallLines {
        private @Nullable LiveCall call;
        private LiveCallResult result;
        private final EventPrinter printer;
        private final String name;
        private String status = "";

        CallLines(LiveCall call) {
            this.call = call;
            this.result = LiveCallResult.of(call);
            String sid = call.callSid();
            String other = call.isOutbound() ? call.to() : call.from();
            this.name = ForeignText.line(other + " " + sid.substring(Math.max(0, sid.length() - TAIL)));
            this.printer = new EventPrinter(terminal.progress(), terminal.colours(), name + "  ");
        }

        LiveCallResult result() {
            LiveCall running = call;
            return running == null ? result : LiveCallResult.of(running);
        }

        void printNew() {
            LiveCall running = call;
            if (running == null) {
                return;
            }
            boolean last = running.isComplete();
            printNew(running);
            if (last) {
                result = LiveCallResult.of(running);
                call = null;
            }
        }

        private void printNew(LiveCall call) {
            String now = call.status();
            if (!now.equals(status)) {
                status = now;
                terminal.say(name + "  " + (call.isOutbound() ? "called from " + call.from() : "calls " + call.to())
                        + ": " + now);
            }
            for (EventLine line = call.nextEventLine(); line != null; line = call.nextEventLine()) {
                printer.accept(line);
            }
        }
    }
}
