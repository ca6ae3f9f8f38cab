package dev.sidetone.bridge.call;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.bridge.audio.MulawChunk;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;

/** The account of what the caller has heard, whatever marks come back. */
class PlayoutLedgerTest {
    private static final MulawChunk CHUNK = MulawChunk.of(new byte[160]);

    private final PlayoutLedger ledger = new PlayoutLedger();

    @Test
    void aMarkSaysThatEverythingBeforeItWasHeard() {
        ledger.sent("a", CHUNK, 0);
        String second = ledger.sent("a", CHUNK, 0);
        String third = ledger.sent("a", CHUNK, 0);
        ledger.returned(second, 0);
        assertThat(ledger.isPlaying()).isTrue();
        ledger.returned(third, 0);
        assertThat(ledger.isPlaying()).isFalse();
    }

    @Test
    void namesThatAreNotPendingChangeNothing() {
        String cleared = ledger.sent("a", CHUNK, 0);
        ledger.cleared(0);
        String heard = ledger.sent("b", CHUNK, 0);
        ledger.returned(heard, 0);
        String pending = ledger.sent("c", CHUNK, 0);
        for (String name : new String[] {
            cleared,
            heard,
            "",
            "s",
            "s0",
            "s4",
            "s03",
            "s+3",
            "S3",
            "3",
            "s-3",
            "s 3",
            "s\u0663",
            "s99999999999999999999"
        }) {
            ledger.returned(name, 0);
            assertThat(ledger.isPlaying()).as(name).isTrue();
        }
        ledger.returned(pending, 0);
        assertThat(ledger.isPlaying()).isFalse();
    }

    @Test
    void aForgedMarkCostsTheSameHoweverMuchWaitsToBeHeard() {
        for (int i = 0; i < 50_000; i++) {
            ledger.sent("a", CHUNK, 0);
        }
        long beganNs = cpuNs();
        for (int i = 0; i < 50_000; i++) {
            ledger.returned("s" + (1_000_000 + i), 0);
        }
        assertThat(cpuNs() - beganNs).isLessThan(2_000_000_000L);
        assertThat(ledger.isPlaying()).isTrue();
    }

    private static long cpuNs() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
