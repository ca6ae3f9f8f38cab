package dev.sidetone.simulator.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.bridge.time.NanoClock;
import dev.sidetone.bridge.time.Park;
import dev.sidetone.loopback.ReservedPort;
import dev.sidetone.simulator.Settings;
import dev.sidetone.simulator.live.number.NumberLoans;
import dev.sidetone.simulator.live.number.RestoreResult;
import dev.sidetone.simulator.phone.PhoneState.Trouble;
import dev.sidetone.simulator.rig.AgentChoice;
import dev.sidetone.simulator.timeline.Spool;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** What fails while live mode is left is a result: in the state, in an error line, in the exit code and in the JSON. */
@Timeout(240)
@EnabledIf("dev.sidetone.simulator.live.StrangersCloud#canRun")
class LeavingAStrangersCloudIT {
    private static final long PATIENCE_NS = 120_000_000_000L;
    private static final long LOOK_NS = 20_000_000L;

    @TempDir
    private Path folder = Path.of("");

    private final NanoClock clock = NanoClock.system();
    private final List<String> said = new CopyOnWriteArrayList<>();
    private final List<String> errors = new CopyOnWriteArrayList<>();
    private StrangersCloud cloud;
    private ReservedPort port;

    @BeforeEach
    void open() throws Exception {
        port = new ReservedPort();
        cloud = new StrangersCloud(folder);
    }

    @AfterEach
    void close() throws Exception {
        cloud.close();
        port.close();
    }

    @Test
    void aNumberThatCannotBePutBackIsAnErrorOnceAndStaysInTheStateUntilItIsPutBack() throws Exception {
        LiveController live = ready();
        cloud.answersHtml("Numbers", 401);
        leave(live);

        Trouble unrestored = Objects.requireNonNull(live.now().unrestored());
        assertThat(unrestored.what()).contains("+15550301 is not put back", "answered 401 with a web page");
        assertThat(errors).singleElement().asString().startsWith(unrestored.what());
        assertThat(said).noneMatch(line -> line.contains("not put back"));
        assertThat(live.putBackResults()).extracting(RestoreResult::isPending).containsExactly(true);

        LiveController next = controller();
        next.begin(new LiveRequest("practice", cloud.publicOrigin(), null));
        await(next, now -> now.phase() == LivePhase.BROKEN);
        assertThat(next.now().unrestored()).isNotNull();
        cloud.heals();
        next.begin(new LiveRequest("practice", cloud.publicOrigin(), null));
        await(next, now -> now.phase() == LivePhase.CHOOSING);
        assertThat(next.now().unrestored()).isNull();
        leave(next);
        assertThat(NumberLoans.hasNotes(folder.resolve("numbers"))).isFalse();
    }

    @Test
    void whileTwilioHangsLeavingNamesItAndTheSecondsSoFarAndGivesItsCallsUp() throws Exception {
        LiveController live = ready();
        cloud.hangs("Numbers");
        Thread leaving = new Thread(live::close);
        leaving.start();
        LiveState waits = await(live, now -> {
            LiveState.Waiting waiting = now.waiting();
            return waiting != null && waiting.what().equals("Twilio to put +15550301 back") && waiting.seconds() >= 1;
        });
        assertThat(waits.phase()).isEqualTo(LivePhase.LEAVING);
        assertThat(Objects.requireNonNull(waits.waiting()).seconds())
                .as("seconds since leaving began")
                .isLessThan(600);
        live.hurry();
        cloud.refuses();
        leaving.join();
        assertThat(errors).singleElement().asString().contains("+15550301 is not put back");
    }

    @Test
    void whoIsInAHurryWaitsForNoSecondAttempt() throws Exception {
        LiveController live = ready();
        live.hurry();
        cloud.answersHtml("Numbers", 503);
        long before = askedForTheNumber();
        leave(live);

        assertThat(askedForTheNumber() - before)
                .as("one attempt, as often as the client of the REST API repeats a request")
                .isBetween(1L, 3L);
        assertThat(errors).singleElement().asString().contains("+15550301 is not put back", "answered 503");
    }

    @Test
    void aCallThatRingsWhenLiveModeIsLeftIsCanceled() throws Exception {
        LiveController live = ready();
        live.call("+15550199");
        await(() -> cloud.calls().containsValue("ringing"));
        leave(live);
        assertThat(cloud.calls().values()).containsExactly("canceled");
        assertThat(live.now().trouble()).isNull();
    }

    @Test
    void aCallThatSomebodyJustPickedUpIsCompleted() throws Exception {
        LiveController live = ready();
        live.call("+15550199");
        await(() -> cloud.calls().containsValue("ringing"));
        cloud.picksUp(cloud.calls().keySet().iterator().next());
        leave(live);
        assertThat(cloud.calls().values()).containsExactly("completed");
    }

    @Test
    void aCallThatCannotBeCanceledIsNamed() throws Exception {
        LiveController live = ready();
        live.call("+15550199");
        await(() -> cloud.calls().containsValue("ringing"));
        cloud.answersHtml("Calls/", 403);
        leave(live);
        assertThat(Objects.requireNonNull(live.now().trouble()).what())
                .contains("The call to +15550199 (CA", "may still ring", "answered 403 with a web page");
    }

    @Test
    void theCommandEndsWithThreeAndAnErrorLineAlsoWhereItIsQuiet() throws Exception {
        Path json = folder.resolve("result.json");
        try (SidetoneRun live = SidetoneLauncher.HERE.live(
                cloud, folder, "--number", StrangersCloud.OWNED, "--quiet", "--json", json.toString())) {
            await(() -> cloud.settings(StrangersCloud.OWNED)
                            .getOrDefault("voice_url", "")
                            .endsWith("/voice")
                    && cloud.requests().stream()
                                    .filter(each -> each.contains("PageSize"))
                                    .count()
                            >= 2);
            cloud.answersJson("Numbers", 401, 20003, "Authenticate");
            live.terminate();
            assertThat(live.exitCode()).as(live.everything()).isEqualTo(3);
            assertThat(live.lines("+15550301 is not put back"))
                    .as(live.everything())
                    .singleElement()
                    .asString()
                    .contains("Authenticate (20003)");
        }
        assertThat(Files.readString(json))
                .contains("\"numbers\":[{\"number\":\"+15550301\",\"outcome\":\"failed\"", "Authenticate (20003)");
    }

    @Test
    void theCommandEndsWithThreeWhereCallsDoNotArriveAtTheEnd() throws Exception {
        try (SidetoneRun live = SidetoneLauncher.HERE.live(cloud, folder, "--number", StrangersCloud.OWNED)) {
            live.says("ready: ");
            cloud.sets(StrangersCloud.OWNED, "voice_url", "https://else.example/answer");
            live.says("+15550301 was changed meanwhile");
            live.terminate();
            assertThat(live.exitCode()).as(live.everything()).isEqualTo(3);
        }
    }

    @Test
    void theCommandThatLeavesItsCallWhileItRingsEndsWithThree() throws Exception {
        try (SidetoneRun live =
                SidetoneLauncher.HERE.live(cloud, folder, "--number", StrangersCloud.OWNED, "--call", "+15550199")) {
            live.says("called from +15550301: ringing");
            live.terminate();
            assertThat(live.exitCode()).as(live.everything()).isEqualTo(3);
            assertThat(live.everything())
                    .contains("the call to +15550199 was left before anybody answered it: canceled");
            assertThat(live.lines("sidetone: ")).hasSize(1);
            assertThat(cloud.calls().values()).containsExactly("canceled");
        }
    }

    private long askedForTheNumber() {
        return cloud.requests().stream()
                .filter(each -> each.contains("IncomingPhoneNumbers/"))
                .count();
    }

    private LiveController ready() throws Exception {
        LiveController live = controller();
        live.begin(new LiveRequest("practice", cloud.publicOrigin(), StrangersCloud.OWNED));
        await(live, now -> now.phase() == LivePhase.READY);
        return live;
    }

    private LiveController controller() throws Exception {
        cloud.tunnel().leadTo(port.number());
        Settings settings = Settings.read(folder.resolve("no-file"), cloud.environment());
        LiveConfig config = LiveConfig.of(settings, AgentChoice.practice())
                .withPort(port.forServer())
                .withAuthorities(cloud.authority());
        return new LiveController(
                request -> config, folder.resolve("numbers"), () -> Spool.NONE, said::add, errors::add);
    }

    private LiveState await(LiveController live, Predicate<LiveState> fits) {
        await(() -> fits.test(live.now()));
        return live.now();
    }

    private void await(BooleanSupplier holds) {
        long untilNs = clock.nowNs() + PATIENCE_NS;
        while (!holds.getAsBoolean()) {
            if (clock.nowNs() > untilNs) {
                throw new AssertionError("it never comes; said " + said + ", errors " + errors);
            }
            Park.forNs(LOOK_NS);
        }
    }

    private static void leave(LiveMode live) {
        live.close();
    }
}
