package dev.sidetone.simulator.live;

import dev.sidetone.simulator.live.LiveState.ReachedAddress;
import dev.sidetone.simulator.live.LiveState.Waiting;
import dev.sidetone.simulator.live.number.NumberChange;
import dev.sidetone.simulator.live.number.SelectableNumber;
import dev.sidetone.simulator.rig.Planted;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an account and a tunnel say of themselves, on its way to terminal and window. */
class PlantedLiveTest {
    @BeforeEach
    void theProcessKnowsItsSettings() {
        Planted.know();
    }

    @Test
    void aNumberShowsNothingThatItsAccountPlanted() {
        NumberChange change = new NumberChange("voice URL", Planted.all("before"), Planted.all("after"));
        SelectableNumber number = new SelectableNumber(
                "PN1", Planted.all("+1"), Planted.all("name"), List.of(change), Planted.all("https://x.example/"));

        Planted.isNowhereIn("the label", number.label());
        Planted.isNowhereIn("the number", number.number());
        Planted.isNowhereIn("the leftover", number.leftover());
        Planted.isNowhereIn("before", number.changes().get(0).before());
        Planted.isNowhereIn("after", number.changes().get(0).after());
    }

    @Test
    void anAddressAndAWaitShowNothingThatATunnelPlanted() {
        ReachedAddress address = new ReachedAddress(Planted.all("https://"), Planted.all("ngrok"), null);

        Planted.isNowhereIn("the origin", address.origin());
        Planted.isNowhereIn("how", address.how());
        Planted.isNowhereIn("the wait", new Waiting(Planted.all("a call"), 1).words());
    }
}
