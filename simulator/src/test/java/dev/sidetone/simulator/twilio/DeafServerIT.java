package dev.sidetone.simulator.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.bridge.time.NanoClock;
import dev.sidetone.bridge.time.Park;
import dev.sidetone.simulator.findings.Checks;
import dev.sidetone.simulator.realtime.ReliableRun;
import dev.sidetone.simulator.timeline.CallTimeline;
import dev.sidetone.simulator.timeline.Fact;
import dev.sidetone.simulator.timeline.Spool;
import dev.sidetone.simulator.timeline.TimelinePump;
import dev.sidetone.simulator.twilio.plan.CallPlan;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What no memory network has: buffers that fill up between the line and a server which reads no more. */
@Timeout(240)
class DeafServerIT {
    @Test
    void aServerThatStopsReadingItsSocketIsNamedWithinSeconds() throws Exception {
        assertThat(ReliableRun.of(DeafServerIT::firstFinding, code -> !code.equals("suspended")))
                .isEqualTo("server-stalled");
    }

    /** Of a call to such a server. A machine that stood still itself says so first. */
    private static String firstFinding() throws Exception {
        CallTimeline timeline = new CallTimeline("test", Spool.NONE, Checks.forOneCall());
        CompletableFuture<Fact.Found> first = new CompletableFuture<>();
        timeline.listen(fact -> {
            if (fact instanceof Fact.Found found) {
                first.complete(found);
            }
        });
        TimelinePump pump = new TimelinePump(timeline, NanoClock.system(), Park::forNs);
        Thread pumping = new Thread(pump, "timeline");
        pumping.start();
        try (DeafServer server = new DeafServer();
                FakeTwilio line = new FakeTwilio(text -> CompletableFuture.completedFuture(new byte[160]))) {
            line.placeCall(CallPlan.to(server.voice()), new TickingCaller(), timeline);

            return first.get(60, TimeUnit.SECONDS).code();
        } finally {
            pump.stop();
            pumping.join();
        }
    }
}
