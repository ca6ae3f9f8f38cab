package dev.sidetone.bridge.socket;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.bridge.socket.AdmissionBudget.Limit;
import dev.sidetone.bridge.time.ManualTimers;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MessageRateTest {
    private static final long MS_NS = 1_000_000;

    private final ManualTimers time = new ManualTimers(0);
    private final List<String> steps = new ArrayList<>();
    private final MessageRate rate = new MessageRate(
            AdmissionBudget.usual().with(Limit.MESSAGES_PER_SECOND, 3).with(Limit.BYTES_PER_SECOND, 100),
            time,
            () -> steps.add("pause"),
            () -> steps.add("resume"));

    @Test
    void aCallsPaceIsNeverHeldUp() {
        for (int i = 0; i < 20; i++) {
            rate.received(10);
            time.advance(500 * MS_NS);
        }
        assertThat(steps).isEmpty();
    }

    @Test
    void tooManyMessagesWaitForTheNextSecond() {
        time.advance(200 * MS_NS);
        rate.received(1);
        rate.received(1);
        rate.received(1);
        assertThat(steps).containsExactly("pause");
        time.advance(799 * MS_NS);
        assertThat(steps).containsExactly("pause");
        time.advance(MS_NS);
        assertThat(steps).containsExactly("pause", "resume");
        rate.received(1);
        assertThat(steps).hasSize(2);
    }

    @Test
    void tooManyBytesWaitToo() {
        rate.received(100);
        rate.received(100);
        assertThat(steps).containsExactly("pause");
    }
}
