package dev.sidetone.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.bridge.CallStateStore.Redeemed;
import dev.sidetone.bridge.call.StreamEnding;
import org.junit.jupiter.api.Test;

/** A token is for one call, good once and not for long; nothing is remembered for ever. */
class CallStateStoreTest {
    private static final long LIFE = CallStateStore.TOKEN_LIFE_NS;

    private final CallStateStore desk = new CallStateStore();

    @Test
    void aTokenIsGoodOnceAndForItsOwnCall() {
        String token = desk.token("CA1", false, 0);
        String others = desk.token("CA2", true, 0);
        assertThat(desk.redeem("CA2", token, 1)).isEqualTo(Redeemed.WRONG);
        assertThat(desk.redeem("CA3", token, 1)).isEqualTo(Redeemed.WRONG);
        assertThat(desk.redeem("CA1", "", 1)).isEqualTo(Redeemed.WRONG);
        assertThat(desk.redeem("CA1", token, 1)).isEqualTo(Redeemed.INBOUND);
        assertThat(desk.redeem("CA1", token, 2)).isEqualTo(Redeemed.TWICE);
        assertThat(desk.redeem("CA2", others, 2)).isEqualTo(Redeemed.OUTBOUND);
    }

    @Test
    void aRepeatedWebhookGetsTheSameTokenAndACallThatHadItsStreamANewOne() {
        String token = desk.token("CA1", false, 0);
        assertThat(desk.token("CA1", false, 5)).isEqualTo(token);
        assertThat(desk.redeem("CA1", token, 6).isGood()).isTrue();
        assertThat(desk.token("CA1", false, 7)).isNotEqualTo(token);
    }

    @Test
    void aTokenThatNoStreamBroughtInTimeIsGoodNoLonger() {
        String token = desk.token("CA1", false, 0);
        assertThat(desk.isExpected("CA1", LIFE)).isTrue();
        assertThat(desk.redeem("CA1", token, LIFE + 1)).isEqualTo(Redeemed.WRONG);
        assertThat(desk.size()).isZero();
    }

    @Test
    void aRepeatedWebhookStartsTheTokensLifeAnew() {
        String token = desk.token("CA1", false, 0);
        desk.token("CA1", false, LIFE);
        assertThat(desk.redeem("CA1", token, LIFE + LIFE)).isEqualTo(Redeemed.INBOUND);
    }

    @Test
    void manyWebhooksDoNotGrowTheMemory() {
        for (int i = 0; i < 100_000; i++) {
            desk.token("CA" + i, false, i);
            desk.ended("CA" + i, StreamEnding.NO_AGENT);
        }
        assertThat(desk.size()).isLessThanOrEqualTo(20_000);
        desk.token("CA-later", false, LIFE + 200_000);
        assertThat(desk.expected(LIFE + 200_000)).isEqualTo(1);
    }

    @Test
    void aCallThatIsAskedForAgainHasNotEndedYet() {
        desk.token("CA1", false, 0);
        desk.ended("CA1", StreamEnding.AGENT_HUNG_UP);
        assertThat(desk.ending("CA1")).isEqualTo(StreamEnding.AGENT_HUNG_UP);
        desk.token("CA1", false, 1);
        assertThat(desk.ending("CA1")).isNull();
    }
}
