package dev.sidetone.simulator.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.simulator.caller.Caller;
import dev.sidetone.simulator.caller.Handset;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DemoCallersTest {
    /** What a caller says to an agent that is never heard, in twenty seconds. */
    private static List<Integer> said(int number) {
        Caller caller = DemoCallers.caller(number);
        Handset deaf = (Handset) Proxy.newProxyInstance(
                Handset.class.getClassLoader(), new Class<?>[] {Handset.class}, (proxy, method, values) -> null);
        caller.answered(deaf);
        caller.streamStarted();
        List<Integer> levels = new ArrayList<>();
        for (int tick = 0; tick < 1_000; tick++) {
            caller.ear(LineFrame.SILENCE);
            levels.add(Math.round(caller.mouth().dbm0(0)));
        }
        return levels;
    }

    @Test
    void everyCallerHasHabitsOfItsOwnAndKeepsThem() {
        List<List<Integer>> callers =
                IntStream.range(0, 20).mapToObj(DemoCallersTest::said).toList();
        assertThat(callers).doesNotHaveDuplicates();
        assertThat(said(7)).isEqualTo(callers.get(7));
    }
}
