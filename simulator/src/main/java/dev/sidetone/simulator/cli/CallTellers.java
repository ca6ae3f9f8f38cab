package dev.sidetone.simulator.cli;

import dev.sidetone.simulator.live.call.LiveCall;
import dev.sidetone.simulator.report.EventLine;
import dev.sidetone.simulator.report.EventPrinter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tells several calls in one terminal, each line with whose call it is; of those that are over only the outcome is kept. One thread. */
final class CallTellers {
    private static final int TAIL = 4;

    private final Terminal terminal;
    private final Map<String, Teller> tellers = new LinkedHashMap<>();

    CallTellers(Terminal terminal) {
        this.terminal = terminal;
    }

    /** Of all that were told of, the oldest first. */
    List<LiveCallResult> outcomes() {
        return tellers.values().stream().map(Teller::outcome).toList();
    }

    /** @param newestFirst all calls there are */
    void tell(List<LiveCall> newestFirst) {
        List<LiveCall> calls = new ArrayList<>(newestFirst);
        Collections.reverse(calls);
        for (LiveCall call : calls) {
            tellers.computeIfAbsent(call.callSid(), sid -> new Teller(call)).tell();
        }
    }

    private final class Teller {
        private @Nullable LiveCall call;
        private LiveCallResult outcome;
        private final EventPrinter printer;
        private final String name;
        private String status = "";

        Teller(LiveCall call) {
            this.call = call;
            this.outcome = LiveCallResult.of(call);
            String sid = call.callSid();
            String other = call.isOutbound() ? call.to() : call.from();
            this.name =
                    other.replaceAll("[\\p{Cc}\\p{Cf}]", "?") + " " + sid.substring(Math.max(0, sid.length() - TAIL));
            this.printer = new EventPrinter(terminal.progress(), terminal.colours(), name + "  ");
        }

        LiveCallResult outcome() {
            LiveCall running = call;
            return running == null ? outcome : LiveCallResult.of(running);
        }

        void tell() {
            LiveCall running = call;
            if (running == null) {
                return;
            }
            boolean last = running.isComplete();
            tell(running);
            if (last) {
                outcome = LiveCallResult.of(running);
                call = null;
            }
        }

        private void tell(LiveCall call) {
            String now = call.status();
            if (!now.equals(status)) {
                status = now;
                terminal.say(name + "  " + (call.isOutbound() ? "called from " + call.from() : "calls " + call.to())
                        + ": " + now);
            }
            for (EventLine told = call.nextTold(); told != null; told = call.nextTold()) {
                printer.accept(told);
            }
        }
    }
}
