package dev.sidetone.junit;

import static java.time.Duration.ofMillis;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Test classes as people write them, some of which fail: run by {@link SidetoneExtensionTest}, and by nobody else. */
final class CallsInTests {
    /** The recordings of the calls that were made, while they were there. */
    static final List<Path> RECORDED = new CopyOnWriteArrayList<>();

    private CallsInTests() {}

    /** As short as a call can be. */
    static FinishedCall call(Phone phone) {
        FinishedCall call = phone.dialBridge().hangUpInAnswer(ofMillis(20));
        Path recording = Objects.requireNonNull(call.recording());
        assertThat(recording.resolve("call.wav")).exists();
        RECORDED.add(recording);
        return call;
    }

    @PhoneTest
    static class Passing {
        @Test
        void passes(Phone phone) {
            call(phone).expectNoErrors();
            call(phone);
        }

        @Test
        void isAborted(Phone phone) {
            call(phone);
            Assumptions.abort("for another day");
        }
    }

    @PhoneTest
    static class Failing {
        @Test
        void expectsAKey(Phone phone) {
            call(phone).expectKeys("1");
        }

        @Test
        void failsByItself(Phone phone) {
            call(phone);
            Assertions.assertEquals("open", "closed", "the shop");
        }

        @Test
        void breaks(Phone phone) {
            call(phone);
            throw new IllegalArgumentException("my own mistake");
        }

        @Test
        void forgetsTheEnd(Phone phone) {
            ScriptedCall unused = phone.dialBridge().press("1");
        }
    }

    @PhoneTest
    static class OneOfThree {
        @RepeatedTest(3)
        void fails(RepetitionInfo repetition, Phone phone) {
            call(phone).expectKeys(repetition.getCurrentRepetition() == 2 ? "1" : "");
        }

        @ParameterizedTest
        @ValueSource(strings = "")
        void fails(String keys, Phone phone) {
            call(phone).expectKeys(keys);
        }
    }

    @PhoneTest
    static class Sharing {
        static FinishedCall shared;

        @BeforeAll
        static void callOnce(Phone phone) {
            shared = call(phone);
        }

        @Test
        void holds() {
            shared.expectNoErrors();
        }

        @Test
        void fails() {
            Assertions.fail("not what was wanted");
        }
    }

    @PhoneTest(keep = Keep.ALL)
    static class KeepingAll {
        @Test
        void passes(Phone phone) {
            call(phone);
        }
    }

    @PhoneTest(keep = Keep.NONE)
    static class KeepingNone {
        @Test
        void fails(Phone phone) {
            FinishedCall call = phone.dialBridge().hangUpInAnswer(ofMillis(20));
            assertThat(call.recording()).isNull();
            call.expectKeys("1");
        }
    }

    @PhoneTest
    static class AtOnce {
        static final CyclicBarrier ALL = new CyclicBarrier(4);
        static final List<String> CALLS = new CopyOnWriteArrayList<>();

        @ParameterizedTest
        @ValueSource(strings = {"1", "2", "3", "4"})
        void call(String key, Phone phone) throws InterruptedException, BrokenBarrierException, TimeoutException {
            ALL.await(1, TimeUnit.MINUTES);
            FinishedCall call =
                    phone.dialBridge().press(key).hangUp().expectKeys(key).expectNoErrors();
            CALLS.add(call.result().call().callSid());
        }
    }
}
