package dev.sidetone.simulator.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.bridge.time.NanoClock;
import dev.sidetone.bridge.time.Park;
import dev.sidetone.loopback.ReservedPort;
import dev.sidetone.simulator.Settings;
import dev.sidetone.simulator.WrongSetting;
import dev.sidetone.simulator.caller.CallerScript;
import dev.sidetone.simulator.live.call.LiveCall;
import dev.sidetone.simulator.live.number.NumberLoans;
import dev.sidetone.simulator.live.number.SelectableNumber;
import dev.sidetone.simulator.rig.AgentChoice;
import dev.sidetone.simulator.timeline.Spool;
import dev.sidetone.simulator.twilio.TwilioCall;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Live mode as a window works it, in front of a cloud of its own. */
// Over 300 lines because each test goes a window's whole way through live mode, and all by the same steps.
@Timeout(240)
class LiveControllerIT {
    private static final long PATIENCE_NS = 60_000_000_000L;
    private static final long CALLS_HAVE_MS = 3_600_000;
    private static final long LOOK_NS = 20_000_000L;

    @TempDir
    private Path folder = Path.of("");

    private final NanoClock clock = NanoClock.system();
    private final ReservedPort port;
    private final List<String> said = new CopyOnWriteArrayList<>();

    LiveControllerIT() throws IOException {
        port = new ReservedPort();
    }

    @AfterEach
    void close() throws IOException {
        port.close();
    }

    @Test
    void callsAreTransferredAndHungUpByButtonAndTheNumberGoesBackToItsOwner() throws Exception {
        try (Cloud cloud = Cloud.start(folder);
                LiveController live = controller(cloud)) {
            Map<String, String> before = cloud.settings(Cloud.OWNED);
            live.begin(new LiveRequest("practice", cloud.publicOrigin(), null));
            LiveState choosing = await(live, now -> now.phase() == LivePhase.CHOOSING);
            assertThat(Objects.requireNonNull(choosing.address()).roundTripMs()).isPositive();
            assertThat(choosing.numbers())
                    .extracting(SelectableNumber::number)
                    .containsExactlyInAnyOrder(Cloud.OWNED, Cloud.FRESH, Cloud.TRUNKED, Cloud.APPLICATION);
            assertThat(cloud.settings(Cloud.OWNED)).isEqualTo(before);

            live.use(sid(choosing));
            LiveState ready = await(live, now -> now.phase() == LivePhase.READY);
            assertThat(ready.inUse()).isEqualTo(sid(choosing));
            assertThat(number(ready).changes()).isEmpty();

            TwilioCall first = ring(cloud);
            TwilioCall second = ring(cloud);
            await(
                    live,
                    now -> now.calls().size() == 2
                            && now.calls().stream()
                                    .allMatch(call -> call.status().equals("in-progress")));
            live.transfer(first.callSid(), "+15550199");
            live.hangUp(second.callSid());
            second.outcome().toCompletableFuture().get(60, TimeUnit.SECONDS);
            await(live, now -> call(now, second).isOver());
            assertThat(call(live.now(), second).result().call().endedBy()).isEqualTo("rest");
            await(live, now -> call(now, first).result().transfer() != null);
            assertThat(Objects.requireNonNull(call(live.now(), first).result().transfer())
                            .to())
                    .isEqualTo("+15550199");

            live.release();
            LiveState released = await(live, now -> now.phase() == LivePhase.CHOOSING);
            assertThat(cloud.settings(Cloud.OWNED)).isEqualTo(before);
            assertThat(released.inUse()).isNull();
            assertThat(number(released).changes()).isNotEmpty();
            live.hurry();
        }
    }

    @Test
    void aTrialAccountThatCallsAStrangerIsToldWhy() throws Exception {
        try (Cloud cloud = Cloud.start(folder, Cloud.setup().onTrial("+15550123"));
                LiveController live = controller(cloud)) {
            ready(live, cloud);
            live.call("+15550166");
            LiveState refused = await(live, now -> now.trouble() != null);
            assertThat(Objects.requireNonNull(refused.trouble()).what()).contains("21219");
            assertThat(refused.phase()).isEqualTo(LivePhase.READY);
        }
    }

    @Test
    void whatIsMissingIsNamedAndNothingIsStarted() throws Exception {
        Settings nothing = Settings.read(folder.resolve("no-file"), Map.of());
        try (LiveController live = LiveController.of(nothing, folder, () -> Spool.NONE)) {
            live.begin(new LiveRequest("practice", null, null));
            assertThat(whatBroke(live)).contains("TWILIO_ACCOUNT_SID");
        }
    }

    @Test
    void aNumberThatCannotBePutBackKeepsItsNoteAndTheNextStartPutsItBackBeforeAnybodyBegins() throws Exception {
        Path notes = folder.resolve("numbers");
        try (Cloud cloud = Cloud.start(folder)) {
            Map<String, String> before = cloud.settings(Cloud.OWNED);
            try (LiveController live = controller(cloud)) {
                ready(live, cloud);
                cloud.restTunnel().unplug();
                leave(live);
                assertThat(live.now().phase()).isEqualTo(LivePhase.OFF);
                assertThat(Objects.requireNonNull(live.now().trouble()).what()).contains(Cloud.OWNED, "not put back");
                assertThat(said)
                        .filteredOn(line -> line.contains("not put back"))
                        .hasSize(1);
            }
            assertThat(NumberLoans.hasNotes(notes)).isTrue();
            assertThat(cloud.settings(Cloud.OWNED)).isNotEqualTo(before);

            cloud.restTunnel().plugIn();
            try (LiveController next = controller(cloud)) {
                next.restoreEarlierLoans();
                await(next, now -> !NumberLoans.hasNotes(notes));
                assertThat(cloud.settings(Cloud.OWNED)).isEqualTo(before);
                assertThat(next.now()).isEqualTo(LiveState.off());
            }
        }
    }

    @Test
    void aNumberThatCouldNotBePutBackIsPutBackOnceAPersonAsksAgain() throws Exception {
        Path notes = folder.resolve("numbers");
        try (Cloud cloud = Cloud.start(folder)) {
            Map<String, String> before = cloud.settings(Cloud.OWNED);
            try (LiveController live = controller(cloud)) {
                ready(live, cloud);
                cloud.restTunnel().unplug();
                leave(live);
            }
            try (LiveController next = controller(cloud)) {
                next.putBack().join();
                assertThat(Objects.requireNonNull(next.now().unrestored()).what())
                        .contains(Cloud.OWNED, "not put back");
                cloud.restTunnel().plugIn();
                next.putBack().join();
                assertThat(next.now()).isEqualTo(LiveState.off());
                assertThat(cloud.settings(Cloud.OWNED)).isEqualTo(before);
                assertThat(NumberLoans.hasNotes(notes)).isFalse();
                leave(next);
                assertThat(next.putBack()).as("closed").isCompleted();
            }
        }
    }

    /**
     * A call has an hour to end: whoever waits for it leaves with the complaint that live mode does not end. Without a hurry Twilio is asked
     * for the alerts of an ended call twice.
     */
    @Test
    void whoeverIsInAHurryWaitsNeitherForCallsNorForLateAlerts() throws Exception {
        try (Cloud cloud = Cloud.start(folder);
                LiveController live = controller(cloud)) {
            ready(live, cloud);
            TwilioCall ringing = ring(cloud);
            await(live, now -> now.calls().stream()
                    .anyMatch(call -> call.status().equals("in-progress")));
            Thread leaving = new Thread(() -> leave(live), "leaving");
            leaving.start();
            await(live, now -> now.phase() == LivePhase.LEAVING);
            assertThat(ringing.outcome().toCompletableFuture()).isNotDone();
            long askedBefore = askedForAlerts(cloud);

            live.hurry();

            leaving.join();
            assertThat(askedForAlerts(cloud) - askedBefore)
                    .as("requests for alerts")
                    .isEqualTo(1);
            assertThat(said).noneMatch(line -> line.contains("does not end"));
            assertThat(live.now().phase()).isEqualTo(LivePhase.OFF);
        }
    }

    @Test
    void leavingDoesNotWaitForTheCheckOfTheAddress() throws Exception {
        try (Cloud cloud = Cloud.start(folder);
                ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
                LiveController live = controller(cloud)) {
            live.begin(new LiveRequest("practice", "https://localhost:" + silent.getLocalPort(), null));
            await(live, now -> now.phase() == LivePhase.CHECKING_ADDRESS);
            leave(live);
            // With the patience of tests the check takes longer than leaving waits for anything.
            assertThat(said).noneMatch(line -> line.contains("does not end"));
            assertThat(live.now().phase()).isEqualTo(LivePhase.OFF);
        }
    }

    @Test
    void anEmptyAddressIsLookedForWhateverTheSettingsSay() throws Exception {
        Settings elsewhere = Settings.read(
                folder.resolve("no-file"),
                Map.of(
                        "TWILIO_ACCOUNT_SID", Cloud.ACCOUNT_SID,
                        "TWILIO_AUTH_TOKEN", Cloud.AUTH_TOKEN,
                        "PUBLIC_HOST", "voice.example.com"));
        try (LiveController live = LiveController.of(elsewhere, folder.resolve("numbers"), () -> Spool.NONE)) {
            live.begin(new LiveRequest("practice", "", null));
            assertThat(whatBroke(live)).contains("cannot reach port");
        }
    }

    @Test
    void anAddressThatNobodyAnswersIsNamedAndOneMayBeginAgain() throws Exception {
        try (Cloud cloud = Cloud.start(folder);
                LiveController live = controller(cloud)) {
            cloud.tunnel().unplug();
            live.begin(new LiveRequest("practice", cloud.publicOrigin(), null));
            assertThat(whatBroke(live)).contains("onnection");
            cloud.tunnel().plugIn();
            live.begin(new LiveRequest("practice", cloud.publicOrigin(), null));
            assertThat(await(live, now -> now.phase() == LivePhase.CHOOSING).trouble())
                    .isNull();
        }
    }

    private static long askedForAlerts(Cloud cloud) {
        return cloud.asked().stream()
                .filter(request -> request.contains("/v1/Alerts"))
                .count();
    }

    private LiveController controller(Cloud cloud) throws IOException, WrongSetting {
        cloud.publish(port.number());
        Settings settings = Settings.read(folder.resolve("no-file"), cloud.environment());
        LiveConfig terms = LiveConfig.of(settings, AgentChoice.practice())
                .withPort(port.forServer())
                .withAuthorities(cloud.authority());
        return new LiveController(
                wish -> terms,
                folder.resolve("numbers"),
                () -> Spool.NONE,
                said::add,
                said::add,
                NanoClock.system(),
                CALLS_HAVE_MS);
    }

    /** Begins with the number that its owner uses. */
    private void ready(LiveController live, Cloud cloud) {
        live.begin(new LiveRequest("practice", cloud.publicOrigin(), Cloud.OWNED));
        await(live, now -> now.phase() == LivePhase.READY);
    }

    private LiveState await(LiveController live, Predicate<LiveState> what) {
        long untilNs = clock.nowNs() + PATIENCE_NS;
        while (!what.test(live.now())) {
            if (clock.nowNs() > untilNs) {
                throw new AssertionError("it stays " + live.now() + "; said " + said);
            }
            Park.forNs(LOOK_NS);
        }
        return live.now();
    }

    /** The problem for which live mode could not begin. */
    private String whatBroke(LiveController live) {
        LiveState broken = await(live, now -> now.phase() == LivePhase.BROKEN);
        return Objects.requireNonNull(broken.trouble()).what();
    }

    /** As a window does, before it closes. */
    private static void leave(LiveMode live) {
        live.close();
    }

    private static TwilioCall ring(Cloud cloud) {
        return cloud.ring("+15550111", Cloud.OWNED, new CallerScript().caller());
    }

    private static LiveCall call(LiveState now, TwilioCall placed) {
        return now.calls().stream()
                .filter(call -> call.callSid().equals(placed.callSid()))
                .findFirst()
                .orElseThrow();
    }

    private static SelectableNumber number(LiveState state) {
        return state.numbers().stream()
                .filter(each -> each.number().equals(Cloud.OWNED))
                .findFirst()
                .orElseThrow();
    }

    private static String sid(LiveState state) {
        return number(state).sid();
    }
}
