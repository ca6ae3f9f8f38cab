package dev.sidetone.simulator.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.simulator.timeline.WordLog.Words;
import org.junit.jupiter.api.Test;

class WordLogTest {
    private final WordLog log = new WordLog();

    @Test
    void wordsStandAtTheirMomentOnTheCallsClock() {
        log.accept(new Fact.CallAnswered(5_000_000_000L));
        log.accept(new Fact.StreamStarted(6_000_000_000L, "MZ1"));
        log.accept(new Fact.Transcribed(6_500_000_000L, "agent", " Hello.\n"));
        assertThat(log.words()).containsExactly(new Words(500.0, "agent", "Hello."));
    }

    @Test
    void aTalkativeCallKeepsTheLatestWords() {
        log.accept(new Fact.StreamStarted(0, "MZ1"));
        for (int i = 0; i < 3 * WordLog.MOST_WORDS; i++) {
            log.accept(new Fact.Transcribed(i, "caller", "word " + i));
        }
        assertThat(log.words()).hasSizeLessThanOrEqualTo(WordLog.MOST_WORDS);
        assertThat(log.words().get(log.words().size() - 1).text()).isEqualTo("word 14999");
    }
}
