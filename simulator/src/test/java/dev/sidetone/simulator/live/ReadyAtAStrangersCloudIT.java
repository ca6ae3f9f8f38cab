package dev.sidetone.simulator.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.bridge.Bridge;
import dev.sidetone.bridge.time.NanoClock;
import dev.sidetone.bridge.time.Park;
import dev.sidetone.loopback.ReservedPort;
import dev.sidetone.simulator.Settings;
import dev.sidetone.simulator.phone.PhoneState.Trouble;
import dev.sidetone.simulator.rig.AgentChoice;
import dev.sidetone.simulator.timeline.Spool;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** A number that is ready is watched: whatever keeps calls from the bridge is found at the next look, with its cure. */
@Timeout(240)
@EnabledIf("dev.sidetone.simulator.live.StrangersCloud#canRun")
class ReadyAtAStrangersCloudIT {
    private static final long PATIENCE_NS = 60_000_000_000L;
    private static final long LOOK_NS = 20_000_000L;

    @TempDir
    private Path folder = Path.of("");

    private final NanoClock clock = NanoClock.system();
    private final AtomicLong watchedNs = new AtomicLong();
    private final List<String> errors = new CopyOnWriteArrayList<>();
    private StrangersCloud cloud;
    private ReservedPort port;
    private LiveController live;

    @BeforeEach
    void ready() throws Exception {
        port = new ReservedPort();
        cloud = new StrangersCloud(folder);
        cloud.tunnel().leadTo(port.number());
        Settings settings = Settings.read(folder.resolve("no-file"), cloud.environment());
        LiveConfig config = LiveConfig.of(settings, AgentChoice.practice())
                .withPort(port.forServer())
                .withAuthorities(cloud.authority());
        live = new LiveController(
                request -> config,
                folder.resolve("numbers"),
                () -> Spool.NONE,
                line -> {},
                errors::add,
                watchedNs::get,
                Bridge.DRAIN_MS);
        live.begin(new LiveRequest("practice", cloud.publicOrigin(), StrangersCloud.OWNED));
        await("live mode is ready", now -> now.phase() == LivePhase.READY);
    }

    @AfterEach
    void close() throws Exception {
        live.close();
        cloud.close();
        port.close();
        SaidOnce.check(String.join("\n", errors));
    }

    @Test
    void aTunnelThatDiesAndComesBackIsNoticed() throws Exception {
        cloud.tunnel().unplug();
        cloud.rings("+15550111", StrangersCloud.OWNED, false);
        nextLook();
        Trouble dead = disturbance("Calls do not reach this bridge: nobody listens at " + cloud.publicOrigin());
        assertThat(dead.cure()).contains("Start the tunnel");
        await("the call that was lost is known by its alert", now -> !live.lostCalls()
                .isEmpty());
        assertThat(live.lostCalls()).singleElement().satisfies(call -> {
            assertThat(call.code()).isEqualTo("11205");
            assertThat(call.what()).contains("did not reach the bridge: 11205, HTTP connection failure");
        });
        assertThat(errors).hasSize(2);

        cloud.tunnel().plugIn();
        nextLook();
        await("its end is reported", now -> errors.contains("calls reach this bridge again"));
        assertThat(live.disturbanceAtEnd()).isNull();
    }

    @Test
    void aVoiceWebhookThatSomebodyElseAnswersIsNoticedByTheCallbackAndByTheNextLook() throws Exception {
        cloud.tunnel().leadElsewhere("/voice", cloud.api().getPort());
        cloud.rings("+15550111", StrangersCloud.OWNED, true);
        disturbance(
                "A call from +15550111 (CA00000000000000000000000000000ca0) did not reach the bridge, and is completed.");
        nextLook();
        Trouble other = disturbance("another server than this bridge answers " + cloud.publicOrigin() + "/voice (401)");
        assertThat(other.cure()).contains("Let /voice lead to the bridge's port");
        assertThat(live.lostCalls()).hasSize(1);
    }

    @Test
    void aNumberThatSomebodyElseChangesMeanwhileIsNoticed() throws Exception {
        cloud.sets(StrangersCloud.OWNED, "voice_url", "https://else.example/answer");
        nextLook();
        Trouble changed = disturbance("+15550301 was changed meanwhile");
        assertThat(changed.what()).contains("it has voice URL: https://else.example/answer");
        live.close();
        assertThat(live.disturbanceAtEnd()).isEqualTo(changed);
        assertThat(cloud.settings(StrangersCloud.OWNED)).containsEntry("voice_url", "https://else.example/answer");
    }

    private void nextLook() {
        watchedNs.addAndGet(ReachabilityMonitor.PERIOD_NS);
    }

    private Trouble disturbance(String words) {
        LiveState now = await("the state has the problem \"" + words + "\"", state -> {
            Trouble found = state.disturbance();
            return found != null && found.what().contains(words);
        });
        assertThat(now.phase()).isEqualTo(LivePhase.READY);
        return Objects.requireNonNull(now.disturbance());
    }

    private LiveState await(String what, Predicate<LiveState> fits) {
        long untilNs = clock.nowNs() + PATIENCE_NS;
        while (!fits.test(live.now())) {
            if (clock.nowNs() > untilNs) {
                throw new AssertionError("not within a minute: " + what + "; it stays " + live.now() + "; errors "
                        + errors + "; lost " + live.lostCalls());
            }
            Park.forNs(LOOK_NS);
        }
        return live.now();
    }
}
