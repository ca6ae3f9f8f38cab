package dev.sidetone.simulator.live.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.ngrok.NgrokException;
import com.ngrok.Session;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** ngrok's SDK itself, up to where its library would go to the cloud. */
class NgrokSdkTest {
    private static final String TOKEN = "2abcSecretToken";
    private static final long MINUTE_MS = 60_000;

    private final FakeNgrokCloud cloud = new FakeNgrokCloud();

    @Test
    void aTunnelIsOpenForAsLongAsItIsWanted() throws Exception {
        Tunnel tunnel = new NgrokSdk(cloud::connect, MINUTE_MS).open(TOKEN, null, 8080);

        assertThat(tunnel.address())
                .isEqualTo(new PublicAddress("https://random.ngrok.app", PublicAddress.Source.OPENED));
        tunnel.close();
        assertThat(cloud.asked)
                .containsExactly(
                        "connect", "random.ngrok.app to http://127.0.0.1:8080", "close forwarder", "close session");
    }

    @Test
    void aSessionWhoseTunnelIsRefusedIsClosed() {
        NoPublicAddress none = refusal(new NgrokSdk(cloud::connect, MINUTE_MS), "taken.ngrok.app");

        assertThat(none.what()).isEqualTo("ngrok opened no tunnel: ERR_NGROK_334 the endpoint is online already");
        assertThat(cloud.asked).last().isEqualTo("close session");
    }

    @Test
    void withoutTheLibraryForThisMachineTheCureIsToRunNgrokOneself() {
        assertThat(NgrokSdk.hasNativeLibrary()).isFalse();

        NoPublicAddress none = refusal(NgrokSdk.real(), null);

        assertThat(none.what()).contains("ngrok's library for this machine is not there");
        assertThat(none.cure()).isEqualTo("run ngrok http 8080 yourself: its tunnel is found");
    }

    @Test
    void aLibraryThatCannotBeLoadedIsTheSame() {
        NgrokSdk broken = new NgrokSdk(
                builder -> {
                    throw new UnsatisfiedLinkError("no ngrok_java in java.library.path");
                },
                MINUTE_MS);

        assertThat(refusal(broken, null).what()).contains("ngrok's library for this machine is not there");
    }

    @Test
    void aCloudThatIsNotReachedIsNotWaitedForForEver() throws Exception {
        CountDownLatch interrupted = new CountDownLatch(1);
        NgrokSdk unreached = new NgrokSdk(builder -> untilInterrupted(interrupted), 200);

        NoPublicAddress none = refusal(unreached, null);

        assertThat(none.what()).startsWith("ngrok's cloud did not open a tunnel within ");
        assertThat(none.cure()).contains("online", "ngrok http 8080");
        assertThat(interrupted.await(60, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void aTunnelThatOpensTooLateIsClosedAgain() throws Exception {
        CountDownLatch givenUp = new CountDownLatch(1);
        CountDownLatch closed = new CountDownLatch(1);
        NgrokSdk slow = new NgrokSdk(
                builder -> {
                    awaitWhateverComes(givenUp);
                    return cloud.connect(builder);
                },
                200);
        cloud.whenSessionCloses(closed::countDown);

        refusal(slow, null);
        givenUp.countDown();

        assertThat(closed.await(60, TimeUnit.SECONDS)).isTrue();
        assertThat(cloud.asked).endsWith("close forwarder", "close session");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ERR_NGROK_105 | Your authtoken: 2abcSecretToken | ngrok does not accept this NGROK_AUTHTOKEN",
                "ERR_NGROK_108 | limited to 1 agent              | this ngrok account runs as many agents as it may",
                "ERR_NGROK_999 | odd, said 2abcSecretToken       | ngrok opened no tunnel: ERR_NGROK_999 odd, said …"
            })
    void whatTheCloudSaysIsToldWithoutTheToken(String code, String details, String told) {
        NgrokSdk refused = new NgrokSdk(
                builder -> {
                    throw new NgrokException(code, details);
                },
                MINUTE_MS);

        NoPublicAddress none = refusal(refused, null);

        assertThat(none.what()).startsWith(told);
        assertThat(none.getMessage()).doesNotContain(TOKEN);
        assertThat(none).hasNoCause();
    }

    private static NoPublicAddress refusal(NgrokSdk ngrok, @Nullable String domain) {
        return catchThrowableOfType(NoPublicAddress.class, () -> ngrok.open(TOKEN, domain, 8080));
    }

    private static Session untilInterrupted(CountDownLatch interrupted) throws IOException {
        try {
            new CountDownLatch(1).await();
            throw new AssertionError("nobody counts it down");
        } catch (InterruptedException e) {
            interrupted.countDown();
            throw new IOException(e);
        }
    }

    /** As a library does that knows nothing of Java's interrupts. */
    private static void awaitWhateverComes(CountDownLatch latch) {
        while (latch.getCount() > 0) {
            try {
                latch.await();
            } catch (InterruptedException e) {
                // goes on waiting
            }
        }
    }
}
