package dev.sidetone.ui.app;

import static dev.sidetone.ui.app.OpenWindow.onFx;
import static dev.sidetone.ui.app.OpenWindow.until;

import dev.sidetone.simulator.live.LivePhase;
import dev.sidetone.simulator.phone.PhoneState.Trouble;
import dev.sidetone.ui.live.ScriptedLiveCall;
import dev.sidetone.ui.live.ScriptedLiveMode;

/** Plays the states of the live view, one after the other, on a scripted live mode. */
final class LiveScene {
    static final String CALLER = "+15005550001";
    static final String OWN = ScriptedLiveMode.TEST_LINE.number();

    private final OpenWindow window;
    private final ScriptedLiveMode live;

    LiveScene(OpenWindow window, ScriptedLiveMode live) {
        this.window = window;
        this.live = live;
    }

    /** Nothing is begun yet. */
    void off() throws Exception {
        window.fire("#place-live");
        until("live", () -> window.find("#live-begin") != null);
    }

    /** The address is there, and does not lead here. */
    void addressFails() throws Exception {
        window.fire("#live-begin");
        live.finds("a running ngrok agent");
        live.breaksBy(new Trouble(
                "The tunnel answers, but refuses to upgrade to a WebSocket (HTTP 426 instead of 101).",
                "Let the proxy in between pass the headers Upgrade and Connection, or use ngrok without one."));
        until("broken", () -> isIn(LivePhase.BROKEN));
    }

    /** A number is to be chosen, and one is. */
    void choose() throws Exception {
        window.fire("#live-begin");
        live.finds("a running ngrok agent");
        live.reaches(84);
        live.reads(ScriptedLiveMode.FRONT_DESK, ScriptedLiveMode.TEST_LINE, ScriptedLiveMode.LONG_NAME);
        until("to choose", () -> isIn(LivePhase.CHOOSING));
        onFx(() -> {
            window.model().live().numberProperty().set(ScriptedLiveMode.TEST_LINE);
            return true;
        });
    }

    /** The number rings here. */
    void ready() throws Exception {
        window.fire("#live-use");
        live.rings();
        until("ready", () -> isIn(LivePhase.READY));
    }

    /** Three calls: one over, one outbound that rings, one inbound in view. */
    void call() throws Exception {
        live.hasCall(ScriptedLiveCall.inbound("CA1", "+442079460018", OWN)
                .answered()
                .callerSays(2_000, "ask-address")
                .agentSays(4_300, "thank-you-goodbye", "Twelve Main Street.")
                .costs(0.0085, 0.0240)
                .hangsUpAt(9_000));
        live.hasCall(ScriptedLiveCall.outbound("CA2", OWN, "+4930901820"));
        live.hasCall(talk().until(16_400));
        until("turns", () -> window.model().latency().turns().size() == 3);
    }

    private static ScriptedLiveCall talk() {
        return ScriptedLiveCall.inbound("CA3", CALLER, OWN)
                .answered()
                .agentSays(420, "mm-hmm", "Hello, this is the practice agent.")
                .callerSays(2_000, "ask-opening-hours")
                .agentSays(5_290, "thank-you-goodbye", "Yes, we are open today from nine until six.")
                .callerSays(7_400, "book-a-table")
                .agentSays(10_910, "ask-address", "Which day would suit you?")
                .callerSays(12_600, "press-five")
                .agentSays(14_510, "mm-hmm", "Friday it is.")
                .costs(0.0085, 0.0310);
    }

    private boolean isIn(LivePhase phase) {
        return window.model().live().stateProperty().get().phase() == phase;
    }
}
