package dev.sidetone.simulator.findings;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.sidetone.bridge.audio.LineFrame;
import java.lang.management.ManagementFactory;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ReturnedFramesTest {
    private static final int MINUTE = 3_000;

    private final ReturnedFrames returned = new ReturnedFrames();
    private final Random random = new Random(5);

    @Test
    void aFrameOfTheLastMinuteIsKnownAndAnOlderOneIsNot() {
        LineFrame first = frame();
        returned.say(first);
        for (int i = 1; i < MINUTE; i++) {
            returned.say(frame());
        }
        assertThat(returned.arrive(first.mulaw())).isEqualTo(20);
        LineFrame last = frame();
        returned.say(last);
        assertThat(returned.arrive(first.mulaw())).isEqualTo(20);
        assertThat(returned.arrive(last.mulaw()))
                .as("behind a frame that nobody said")
                .isEqualTo(40);
    }

    @Test
    void framesThatBeginAlikeAreToldApart() {
        byte[] one = frame().mulaw();
        byte[] other = one.clone();
        other[LineFrame.BYTES - 1] ^= 1;
        returned.say(LineFrame.of(one));
        returned.say(LineFrame.of(other));
        assertThat(returned.arrive(one)).isEqualTo(20);
        assertThat(returned.arrive(other)).isEqualTo(40);
    }

    @Test
    void whatAnAgentSaysMakesNoObjectForEachOfItsBytes() {
        for (int i = 0; i < 100; i++) {
            returned.say(frame());
        }
        byte[] second = new byte[50 * LineFrame.BYTES];
        random.nextBytes(second);
        returned.arrive(second);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
        for (int i = 0; i < 60; i++) {
            returned.arrive(second);
        }
        long allocated = threads.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;
        assertThat(allocated / 60 / second.length).as("bytes for a byte").isLessThan(8);
    }

    private LineFrame frame() {
        byte[] mulaw = new byte[LineFrame.BYTES];
        random.nextBytes(mulaw);
        return LineFrame.of(mulaw);
    }
}
