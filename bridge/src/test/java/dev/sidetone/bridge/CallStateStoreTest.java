package dev.sidetone.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.bridge.CallStateStore.Redeemed;
import dev.sidetone.bridge.call.StreamEnding;
import org.junit.jupiter.api.Test;

/** A token is for one call, good once and not for long; nothing is remembered for ever. */
class CallStateStoreTest {
    private static final long LIFE = CallStateStore.TOKEN_LIFE_NS;

    private final CallStateStore store = new CallStateStore();

    @Test
    void aTokenIsGoodOnceAndForItsOwnCall() {
        String token = store.token("CA1", false, 0);
        String others = store.token("CA2", true, 0);
        assertThat(store.redeem("CA2", token, 1)).isEqualTo(Redeemed.WRONG);
        assertThat(store.redeem("CA3", token, 1)).isEqualTo(Redeemed.WRONG);
        assertThat(store.redeem("CA1", "", 1)).isEqualTo(Redeemed.WRONG);
        assertThat(store.redeem("CA1", token, 1)).isEqualTo(Redeemed.INBOUND);
        assertThat(store.redeem("CA1", token, 2)).isEqualTo(Redeemed.TWICE);
        assertThat(store.redeem("CA2", others, 2)).isEqualTo(Redeemed.OUTBOUND);
    }

    @Test
    void aRepeatedWebhookGetsTheSameTokenAndACallThatHadItsStreamANewOne() {
        String token = store.token("CA1", false, 0);
        assertThat(store.token("CA1", false, 5)).isEqualTo(token);
        assertThat(store.redeem("CA1", token, 6).isGood()).isTrue();
        assertThat(store.token("CA1", false, 7)).isNotEqualTo(token);
    }

    @Test
    void aTokenThatNoStreamBroughtInTimeIsGoodNoLonger() {
        String token = store.token("CA1", false, 0);
        assertThat(store.isExpected("CA1", LIFE)).isTrue();
        assertThat(store.redeem("CA1", token, LIFE + 1)).isEqualTo(Redeemed.WRONG);
        assertThat(store.size()).isZero();
    }

    @Test
    void aRepeatedWebhookStartsTheTokensLifeAnew() {
        String token = store.token("CA1", false, 0);
        store.token("CA1", false, LIFE);
        assertThat(store.redeem("CA1", token, LIFE + LIFE)).isEqualTo(Redeemed.INBOUND);
    }

    @Test
    void aTokenThatWasAskedForAgainOutlivesALaterOneThatWasNot() {
        store.token("CA1", false, 0);
        store.token("CA2", false, 1);
        store.token("CA1", false, LIFE);
        assertThat(store.isExpected("CA1", LIFE + 2)).isTrue();
        assertThat(store.isExpected("CA2", LIFE + 2)).isFalse();
        assertThat(store.size()).isEqualTo(1);
    }

    @Test
    void manyWebhooksDoNotGrowTheMemory() {
        for (int i = 0; i < 100_000; i++) {
            store.token("CA" + i, false, i);
            store.ended("CA" + i, StreamEnding.NO_AGENT);
        }
        assertThat(store.size()).isLessThanOrEqualTo(20_000);
        store.token("CA-later", false, LIFE + 200_000);
        assertThat(store.expected(LIFE + 200_000)).isEqualTo(1);
    }

    @Test
    void aCallThatIsAskedForAgainHasNotEndedYet() {
        store.token("CA1", false, 0);
        store.ended("CA1", StreamEnding.AGENT_HUNG_UP);
        assertThat(store.ending("CA1")).isEqualTo(StreamEnding.AGENT_HUNG_UP);
        store.token("CA1", false, 1);
        assertThat(store.ending("CA1")).isNull();
    }

    @Test
    void aReplayedRequestGetsTheTokenThatIsUsedAlreadyHoweverLateItComes() {
        String token = store.token("CA1", false, "signature", 0);
        assertThat(store.redeem("CA1", token, 1).isGood()).isTrue();
        assertThat(store.token("CA1", false, "signature", 2)).isEqualTo(token);
        store.token("CA2", false, "another", 10 * LIFE);
        assertThat(store.token("CA1", false, "signature", 10 * LIFE)).isEqualTo(token);
        assertThat(store.redeem("CA1", token, 10 * LIFE)).isEqualTo(Redeemed.TWICE);
        store.forget("CA1");
        assertThat(store.token("CA1", false, "signature", 20 * LIFE)).isEqualTo(token);
    }

    @Test
    void aReplayedRequestDoesNotUndoHowTheStreamEnded() {
        String token = store.token("CA1", false, "signature", 0);
        store.redeem("CA1", token, 1);
        store.ended("CA1", StreamEnding.transferTo("+15550199"));
        store.token("CA1", false, "signature", 2);
        assertThat(store.ending("CA1")).isEqualTo(StreamEnding.transferTo("+15550199"));
        store.token("CA1", false, "another", 3);
        assertThat(store.ending("CA1")).isNull();
    }

    @Test
    void aRequestForWhatFollowsAStreamCountsOnce() {
        assertThat(store.isRepeated("CA1", "signature"))
                .as("a call of which nothing is known")
                .isFalse();
        store.token("CA1", false, "ringing", 0);
        assertThat(store.isRepeated("CA1", "signature")).isFalse();
        assertThat(store.isRepeated("CA1", "signature")).isTrue();
        assertThat(store.isRepeated("CA1", "of the next stream")).isFalse();
        assertThat(store.isRepeated("CA1", null)).as("not signed").isFalse();
        assertThat(store.isRepeated("CA1", null)).isFalse();
    }

    @Test
    void aRedirectedCallGetsANewTokenThoughItsFirstRequestCanBeReplayedLater() {
        String first = store.token("CA1", false, "ringing", 0);
        store.redeem("CA1", first, 1);
        String second = store.token("CA1", false, "in-progress", 2);
        assertThat(second).isNotEqualTo(first);
        store.redeem("CA1", second, 3);
        assertThat(store.token("CA1", false, "ringing", 4)).isEqualTo(second);
        assertThat(store.token("CA1", false, "in-progress", 5)).isEqualTo(second);
        store.detours("CA1");
        assertThat(store.token("CA1", false, "in-progress", 6)).isNotEqualTo(second);
    }

    @Test
    void thePlaceOfACallerWhoseCallbackWasLostIsFreeAfterFifteenSecondsThoughItsTokenIsStillGood() {
        String token = store.token("CA1", false, "signature", 0);
        store.token("CA1", false, "signature", 10_000_000_000L);
        assertThat(store.expected(14_999_999_999L)).isEqualTo(1);
        assertThat(store.expected(15_000_000_000L)).isZero();
        assertThat(store.redeem("CA1", token, 20_000_000_000L)).isEqualTo(Redeemed.INBOUND);
    }
}
