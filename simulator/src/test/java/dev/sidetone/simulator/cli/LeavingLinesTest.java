package dev.sidetone.simulator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.simulator.live.LiveState.Waiting;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LeavingLinesTest {
    private final LeavingLines lines = new LeavingLines();
    private final List<String> shown = new ArrayList<>();

    @Test
    void leavingThatTakesLongNamesWhatItWaitsForWithItsSeconds() {
        for (long second = 0; second <= 7; second++) {
            at("Twilio to put +15550301 back", second);
        }
        at("Twilio's alerts on the last calls", 8);
        at("Twilio's alerts on the last calls", 9);

        assertThat(shown)
                .containsExactly(
                        "leaving waits for Twilio to put +15550301 back: 1 s",
                        "leaving waits for Twilio to put +15550301 back: 6 s",
                        "leaving waits for Twilio's alerts on the last calls: 8 s");
    }

    @Test
    void leavingAtOnceSaysNothing() {
        at("the present step to end", 0);
        assertThat(lines.next(null)).isNull();
        assertThat(shown).isEmpty();
    }

    private void at(String what, long seconds) {
        String line = lines.next(new Waiting(what, seconds));
        if (line != null) {
            shown.add(line);
        }
    }
}
