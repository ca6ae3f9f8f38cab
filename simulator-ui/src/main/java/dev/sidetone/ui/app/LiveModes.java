package dev.sidetone.ui.app;

import dev.sidetone.simulator.PhoneState.Trouble;
import dev.sidetone.simulator.live.LiveMode;
import dev.sidetone.simulator.live.LivePhase;
import dev.sidetone.simulator.live.LiveState;
import dev.sidetone.simulator.live.LiveWish;
import java.util.List;
import java.util.function.Supplier;

/** Where live modes come from. */
final class LiveModes {
    private LiveModes() {}

    /** One that cannot begin. */
    static Supplier<LiveMode> none() {
        return Barred::new;
    }

    private static final class Barred implements LiveMode {
        private volatile LiveState state = new LiveState(LivePhase.OFF, null, List.of(), null, List.of(), null);

        @Override
        public LiveState now() {
            return state;
        }

        @Override
        public void begin(LiveWish wish) {
            Trouble trouble = new Trouble("There is no live mode here.", "");
            state = new LiveState(LivePhase.BROKEN, null, List.of(), null, List.of(), trouble);
        }

        @Override
        public void use(String numberSid) {}

        @Override
        public void release() {}

        @Override
        public void call(String to) {}

        @Override
        public void hangUp(String callSid) {}

        @Override
        public void transfer(String callSid, String to) {}

        @Override
        public void close() {
            state = new LiveState(LivePhase.OFF, null, List.of(), null, List.of(), null);
        }
    }
}
