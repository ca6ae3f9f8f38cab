package dev.sidetone.simulator.cli;

import dev.sidetone.simulator.live.LiveCall;
import dev.sidetone.simulator.report.Told;
import dev.sidetone.simulator.report.ToldPrinter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Tells several calls in one terminal, each line with whose call it is. One thread. */
final class CallTellers {
    private static final int TAIL = 4;

    private final Terminal terminal;
    private final Map<String, Teller> tellers = new LinkedHashMap<>();

    CallTellers(Terminal terminal) {
        this.terminal = terminal;
    }

    /** All that were told of, the oldest first. */
    List<LiveCall> calls() {
        return tellers.values().stream().map(Teller::call).toList();
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
        private final LiveCall call;
        private final ToldPrinter printer;
        private final String name;
        private String status = "";

        Teller(LiveCall call) {
            this.call = call;
            String sid = call.callSid();
            String other = call.isOutbound() ? call.to() : call.from();
            this.name =
                    other.replaceAll("[\\p{Cc}\\p{Cf}]", "?") + " " + sid.substring(Math.max(0, sid.length() - TAIL));
            this.printer = new ToldPrinter(terminal.progress(), terminal.colours(), name + "  ");
        }

        LiveCall call() {
            return call;
        }

        void tell() {
            String now = call.status();
            if (!now.equals(status)) {
                status = now;
                terminal.say(name + "  " + (call.isOutbound() ? "called from " + call.from() : "calls " + call.to())
                        + ": " + now);
            }
            for (Told told = call.nextTold(); told != null; told = call.nextTold()) {
                printer.accept(told);
            }
        }
    }
}
