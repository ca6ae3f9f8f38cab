package dev.sidetone.simulator.load;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntToDoubleFunction;

/** Calls of a server that is a rule: how long a call lasts, how late its answers are, and from how many calls on they fail. In manual time. */
final class ScriptedCalls implements LoadCalls {
    static final long SECOND_NS = 1_000_000_000L;
    private static final long FRAME_NS = 20_000_000L;

    final LoadMeter meter;
    final List<Integer> callers = new ArrayList<>();
    final List<Long> startsNs = new ArrayList<>();
    final List<String> hungUp = new ArrayList<>();
    final List<Running> running = new ArrayList<>();
    /** How long a call lasts. */
    long lengthNs = 15 * SECOND_NS;
    /** The TTFA of so many calls, in ms. */
    IntToDoubleFunction ttfaMs = calls -> 500;
    /** With more calls than these a new one fails at once. */
    int mostCalls = Integer.MAX_VALUE;
    /** With more calls than these the generator is late. */
    int mostOnTime = Integer.MAX_VALUE;
    /** Whether every call fails. */
    boolean nobodyThere;

    private long nowNs;

    ScriptedCalls(LoadMeter meter) {
        this.meter = meter;
    }

    /** One call. */
    final class Running implements LoadCall {
        private final int caller;
        private final long fromNs;
        private final Consumer<CallFate> over;
        private final boolean fails;
        private long answerNs;
        private boolean cut;

        Running(int caller, Consumer<CallFate> over) {
            this.caller = caller;
            this.fromNs = nowNs;
            this.over = over;
            this.fails = nobodyThere || running.size() >= mostCalls;
            // Not all at once.
            this.answerNs = nowNs + SECOND_NS + caller * 7_000_000L % SECOND_NS;
        }

        @Override
        public void hangUp(String why) {
            cut = true;
            hungUp.add(caller + " " + why);
        }

        private boolean isOver() {
            return cut || fails || nowNs - fromNs >= lengthNs;
        }

        private void pass() {
            if (nowNs - answerNs >= 0) {
                meter.ttfa(ttfaMs.applyAsDouble(running.size()), nowNs);
                answerNs += 3 * SECOND_NS;
            }
        }
    }

    @Override
    public LoadCall place(int caller, Consumer<CallFate> over) {
        Running call = new Running(caller, over);
        meter.placed(nowNs);
        if (!call.fails) {
            meter.answered();
        }
        callers.add(caller);
        startsNs.add(nowNs);
        running.add(call);
        return call;
    }

    @Override
    public void pump(long atNs) {
        for (long frameNs = nowNs - nowNs % FRAME_NS + FRAME_NS;
                frameNs <= atNs && !running.isEmpty();
                frameNs += FRAME_NS) {
            meter.frame(frameNs, running.size() > mostOnTime ? 9_000_000L : 200_000L);
        }
        nowNs = atNs;
        List<Running> ended = running.stream().filter(Running::isOver).toList();
        running.removeAll(ended);
        ended.forEach(call -> {
            CallFate fate = call.cut ? CallFate.CUT : call.fails ? CallFate.FAILED : CallFate.DONE;
            meter.over(fate, nowNs);
            call.over.accept(fate);
        });
        running.forEach(Running::pass);
    }
}
