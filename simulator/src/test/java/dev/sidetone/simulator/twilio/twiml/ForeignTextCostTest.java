package dev.sidetone.simulator.twilio.twiml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.sidetone.simulator.agent.KeypadWords;
import dev.sidetone.simulator.line.net.UrlCredentials;
import dev.sidetone.simulator.line.net.UrlProblem;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What a stranger's server or client sends costs no more than its length: made to be slow, it is read at once. */
class ForeignTextCostTest {
    private static final int LENGTH = 64_000;
    private static final URI URL = URI.create("http://localhost:3000/voice");

    @Test
    void aPageWhoseTitleIsBlank() {
        quick(() -> ForeignAnswer.of(URL, "<html><title>" + " ".repeat(LENGTH)));
        quick(() -> ForeignAnswer.of(URL, "<html><title>".repeat(LENGTH / 13)));
        quick(() -> ForeignAnswer.of(URL, "Notice:" + " ".repeat(LENGTH)));
    }

    @Test
    void anAddressFullOfBrackets() {
        quick(() -> UrlProblem.words("{".repeat(LENGTH)));
        quick(() -> UrlProblem.words("<".repeat(LENGTH)));
        quick(() -> UrlCredentials.brief("://a".repeat(LENGTH / 4)));
    }

    @Test
    void keysWithoutEnd() {
        assertThat(KeypadWords.keysIn("press " + "1, ".repeat(LENGTH))).hasSize(LENGTH);
    }

    private static void quick(Runnable reading) {
        assertTimeoutPreemptively(Duration.ofSeconds(60), reading::run);
    }
}
