package dev.sidetone.simulator.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.simulator.SidetoneVersion;
import dev.sidetone.simulator.caller.CallerScript;
import dev.sidetone.simulator.line.ReleaseCause;
import dev.sidetone.simulator.recording.CallFolder;
import dev.sidetone.simulator.recording.Recording;
import dev.sidetone.simulator.timeline.CallResult;
import dev.sidetone.simulator.timeline.CallTimeline;
import dev.sidetone.simulator.timeline.FakeCall;
import dev.sidetone.simulator.twilio.Pickup;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** How live mode ends, by its public command; the test is Twilio's cloud. */
@Timeout(240)
class LiveCommandEndsIT {
    private static final long PATIENCE_S = 60;

    private static final Map<String, String> RATES = Map.of("TWILIO_RATE_PER_MINUTE", "0.011");

    @TempDir
    private Path folder = Path.of("");

    @Test
    void ofSeveralNumbersOneHasToBeNamed() throws Exception {
        try (Cloud cloud = Cloud.start(folder);
                SidetoneRun live = start(cloud)) {
            Map<String, String> before = cloud.settings(Cloud.OWNED);
            assertThat(live.exitCode()).as(live.everything()).isEqualTo(2);
            assertThat(live.everything()).contains("--number", Cloud.OWNED, Cloud.FRESH);
            assertThat(cloud.settings(Cloud.OWNED)).isEqualTo(before);
            assertThat(cloud.asked()).noneMatch(asked -> asked.startsWith("POST"));
        }
    }

    @Test
    void aCallThatNobodyTakesCouldNotBeTriedAndIsPutAwayAllTheSame() throws Exception {
        Path json = folder.resolve("result.json");
        try (Cloud cloud = Cloud.start(folder)) {
            Map<String, String> before = cloud.settings(Cloud.OWNED);
            cloud.line().answerOutbound(cloud.plan(), wish -> Pickup.RingResult.none(ReleaseCause.BUSY));
            try (SidetoneRun live =
                    start(cloud, "--number", Cloud.OWNED, "--call", "+15550123", "--json", String.valueOf(json))) {
                assertThat(live.exitCode()).as(live.everything()).isEqualTo(3);
                assertThat(live.everything())
                        .contains("the call to +15550123 came to nothing: busy")
                        .contains("Twilio 0.0000");
            }
            assertThat(Files.readString(json)).contains("\"calls\":[{").contains("\"twilio\":0.0000");
            assertThat(cloud.settings(Cloud.OWNED)).isEqualTo(before);
        }
    }

    @Test
    void whoAsksTwiceForTheEndGetsItWhileACallRunsAndTheNumberIsPutBack() throws Exception {
        try (Cloud cloud = Cloud.start(folder);
                SidetoneRun live = SidetoneLauncher.AS_PROCESS.live(cloud, folder, RATES, "--number", Cloud.OWNED)) {
            Map<String, String> before = cloud.settings(Cloud.OWNED);
            live.says("ready: ");
            cloud.ring("+15550111", Cloud.OWNED, new CallerScript().caller());
            live.says("the line is open");
            live.terminate();
            live.says("ending: 1 call has 10 s");
            live.terminate();
            assertThat(live.exitCode()).as(live.everything()).isZero();
            assertThat(cloud.settings(Cloud.OWNED)).isEqualTo(before);
        }
    }

    @Test
    void whatTwilioSaysOfACallIsInItsRecordingAndTheLastSimulatedCallStandsBeside() throws Exception {
        aSimulatedCallWasKept();
        Path records = folder.resolve("records");
        try (Cloud cloud = Cloud.start(folder);
                SidetoneRun live = start(cloud, "--number", Cloud.OWNED, "--record", records.toString())) {
            live.says("ready: ");
            cloud.tunnel().dropUpgrades(true);
            cloud.ring("+15550111", Cloud.OWNED, new CallerScript().caller())
                    .outcome()
                    .toCompletableFuture()
                    .get(PATIENCE_S, TimeUnit.SECONDS);
            live.says("error 31920");
            live.terminate();
            assertThat(live.exitCode()).as(live.everything()).isEqualTo(1);
            assertThat(live.lines("Beside it")).hasSize(1).first().asString().contains("at the ear: p50 1020 ms");
        }
        Path call = only(records);
        CallResult kept = Recording.open(call).result();
        assertThat(kept.findings()).extracting(CallResult.ReportedFinding::code).contains("31920");
        Files.delete(call.resolve("result.json"));
        assertThat(Recording.open(call).result().findings()).isEqualTo(kept.findings());
    }

    /** As the window keeps them; its answer comes a second after the caller's end. */
    private void aSimulatedCallWasKept() throws Exception {
        Path shelf = Files.createDirectories(folder.resolve("data/sidetone/calls"));
        CallTimeline timeline = new CallTimeline(SidetoneVersion.TEXT, CallFolder.keptIn(shelf, SidetoneVersion.TEXT));
        FakeCall.into(timeline)
                .at(1000)
                .callerSpeaks(500)
                .at(2505)
                .agentSends(300)
                .hangsUpAt(4000);
    }

    private static Path only(Path records) throws Exception {
        try (Stream<Path> all = Files.list(records)) {
            List<Path> folders = all.toList();
            assertThat(folders).hasSize(1);
            return folders.get(0);
        }
    }

    private SidetoneRun start(Cloud cloud, String... options) throws Exception {
        return SidetoneLauncher.HERE.live(cloud, folder, RATES, options);
    }
}
