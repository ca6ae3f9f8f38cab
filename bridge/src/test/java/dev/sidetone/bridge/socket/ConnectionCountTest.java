package dev.sidetone.bridge.socket;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.bridge.socket.AdmissionBudget.Limit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ConnectionCountTest {
    private final ConnectionCount count = new ConnectionCount(AdmissionBudget.usual()
            .with(Limit.CONNECTIONS, 6)
            .with(Limit.CONNECTIONS_PER_ADDRESS, 4)
            .with(Limit.STRANGERS, 3)
            .with(Limit.STRANGERS_PER_ADDRESS, 2));
    private final List<String> closed = new ArrayList<>();

    @Test
    void theOldestStrangerMakesRoom() {
        enter("127.0.0.1", "a");
        enter("127.0.0.1", "b");
        enter("127.0.0.1", "c");
        enter("127.0.0.1", "d");
        assertThat(closed).containsExactly("a");
        assertThat(count.strangers()).isEqualTo(3);
    }

    @Test
    void theOneWhoIsKnownIsNeverClosedForAStranger() {
        for (int i = 0; i < 6; i++) {
            enter("127.0.0.1", "known").identified();
        }
        assertThat(count.enter("127.0.0.1", () -> closed.add("late"))).isNull();
        assertThat(closed).isEmpty();
        assertThat(count.open()).isEqualTo(6);
    }

    @Test
    void oneAddressCannotPushOutTheStrangersOfAnother() {
        enter("192.0.2.1", "patient");
        enter("192.0.2.2", "first");
        enter("192.0.2.2", "second");
        enter("192.0.2.2", "third");
        enter("192.0.2.2", "fourth");
        assertThat(closed).containsExactly("first", "second");
    }

    @Test
    void oneAddressHasItsShareOfAllConnections() {
        for (int i = 0; i < 4; i++) {
            enter("192.0.2.1", "known").identified();
        }
        assertThat(count.enter("192.0.2.1", () -> closed.add("fifth"))).isNull();
        enter("192.0.2.2", "another");
        assertThat(count.open()).isEqualTo(5);
    }

    @Test
    void aPlaceIsFreeOnceItsConnectionIsClosed() {
        ConnectionCount.Place first = enter("192.0.2.1", "first");
        first.identified();
        first.leave();
        first.leave();
        assertThat(count.open()).isZero();
        assertThat(count.strangers()).isZero();
    }

    private ConnectionCount.Place enter(String address, String name) {
        return Objects.requireNonNull(count.enter(address, () -> closed.add(name)));
    }
}
