package dev.sidetone.bench.simulation;

import dev.sidetone.bench.simulation.SimulatedScenario.PlannedCall;
import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.bridge.call.CallEvent;
import dev.sidetone.bridge.call.StreamEnding;
import dev.sidetone.bridge.time.NanoClock;
import dev.sidetone.bridge.twilio.FromTwilio;
import dev.sidetone.bridge.twilio.StreamTap;
import dev.sidetone.bridge.twilio.ToTwilio;
import dev.sidetone.simulator.agent.AgentLog;
import dev.sidetone.simulator.agent.FakeAgent;
import dev.sidetone.simulator.findings.Checks;
import dev.sidetone.simulator.findings.KnownSounds;
import dev.sidetone.simulator.rig.BridgeFacts;
import dev.sidetone.simulator.timeline.CallResult;
import dev.sidetone.simulator.timeline.CallTimeline;
import dev.sidetone.simulator.timeline.Fact;
import dev.sidetone.simulator.timeline.FactSink;
import dev.sidetone.simulator.timeline.Spool;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One call of a scenario while it is simulated: its timeline, and the witnesses of what happens in it. */
final class SimulatedCall implements FactSink, Consumer<CallEvent> {
    private static final int PRIME = 31;
    /** These delay messages, or the clock of one side. */
    private static final Set<TimedFault.Kind> DELAYS = EnumSet.of(
            TimedFault.Kind.LINE_CUT,
            TimedFault.Kind.LINE_HELD,
            TimedFault.Kind.LINE_UNREAD,
            TimedFault.Kind.STANDSTILL,
            TimedFault.Kind.BRIDGE_STANDSTILL,
            TimedFault.Kind.BRIDGE_STANDSTILL_READS_FIRST);

    private final int number;
    private final PlannedCall plan;
    private final FakeAgent agent;
    private final CallTimeline timeline =
            new CallTimeline("simulation", Spool.NONE, Checks.forOneCall(KnownSounds.NONE));
    private final BridgeFacts bridgeFacts = new BridgeFacts("fake", this);
    private final NanoClock clock;
    private final List<TimedFault> faults;
    private final List<Witness> witnesses;
    private long digest = 1;
    private final long beganNs;
    private boolean hungUpByRest;
    private long placedNs;
    private @Nullable Long endedNs;
    private @Nullable CallResult result;
    private Supplier<String> rest = () -> "";

    /**
     * @param number counts the scenario's calls from 1
     * @param faults the scenario's, of which some strike it
     */
    SimulatedCall(
            int number, PlannedCall plan, List<TimedFault> faults, FakeAgent agent, NanoClock clock, Rules rules) {
        this.number = number;
        this.plan = plan;
        this.agent = agent;
        this.clock = clock;
        this.beganNs = clock.nowNs();
        this.faults = faults.stream().filter(fault -> fault.strikes(number)).toList();
        this.witnesses = rules.witnesses(this);
    }

    int number() {
        return number;
    }

    PlannedCall plan() {
        return plan;
    }

    long nowNs() {
        return clock.nowNs();
    }

    /** The agent's own truth about each of the call's sessions. */
    List<AgentLog> agentLogs() {
        return agent.logs();
    }

    /** The figures of the call, once it is over. */
    CallResult result() {
        CallResult known = result;
        if (known == null) {
            throw new IllegalStateException("the call is not over");
        }
        return known;
    }

    /** A number that stands for everything that happened: the same for the same seed. */
    long digest() {
        return digest;
    }

    /** How long it took, from dialling to its end. */
    long lastedNs() {
        return (endedNs == null ? nowNs() : endedNs) - placedNs;
    }

    /** The number of milliseconds since the scenario began. */
    long elapsedMs() {
        return (nowNs() - beganNs) / 1_000_000;
    }

    /** Whether messages take no longer than usual. */
    boolean isUndelayed() {
        return plan.lineFaults().isEmpty() && faults.stream().noneMatch(fault -> DELAYS.contains(fault.kind()));
    }

    /** Whether a fault may have ended its stream without a word. */
    boolean mayLoseTheLine() {
        return !plan.lineFaults().isEmpty() || faults.stream().anyMatch(TimedFault::mayLoseTheLine);
    }

    /** Whether a fault may have ended its session with the agent. */
    boolean mayLoseTheAgent() {
        return !plan.agent().faults().isEmpty() || faults.stream().anyMatch(TimedFault::mayLoseTheAgent);
    }

    /** Somebody ends the call over the REST API. */
    void hungUpByRest() {
        hungUpByRest = true;
    }

    boolean wasHungUpByRest() {
        return hungUpByRest;
    }

    void pump() {
        timeline.pump(nowNs());
    }

    /** The call is over, and its sockets are closed. */
    void close() {
        endedNs = nowNs();
        result = timeline.close(endedNs);
        witnesses.forEach(witness -> witness.over(this));
        digest = digest * PRIME + result.toString().hashCode();
    }

    /** How long the process stands still, all together. */
    long standstillNs() {
        return faults.stream()
                .filter(fault -> fault.kind() == TimedFault.Kind.STANDSTILL)
                .mapToLong(fault -> fault.ms() * 1_000_000L)
                .sum();
    }

    /** The REST API's word for its status is looked up by {@code lookup}. */
    void keep(Supplier<String> lookup) {
        rest = lookup;
    }

    String restStatus() {
        return rest.get();
    }

    void gathered(@Nullable String digits) {
        digest = digest * PRIME + String.valueOf(digits).hashCode();
        witnesses.forEach(witness -> witness.gathered(digits));
    }

    void told(String sequence, String status) {
        digest = digest * PRIME + status.hashCode();
        witnesses.forEach(witness -> witness.told(sequence, status));
    }

    void callerHangsUp() {
        witnesses.forEach(Witness::callerHangsUp);
    }

    void bridgeEnded(StreamEnding ending) {
        witnesses.forEach(witness -> witness.bridgeEnded(ending));
    }

    @Override
    public void add(Fact fact) {
        if (fact instanceof Fact.CallPlaced) {
            placedNs = fact.atNs();
        }
        digest = digest * PRIME + repeatable(fact);
        timeline.add(fact);
        for (Witness witness : witnesses) {
            witness.fact(fact);
        }
    }

    /** Stands for a fact in every run of a seed: in a message's text stands the token that the bridge makes up for each stream. */
    private static int repeatable(Fact fact) {
        if (fact instanceof Fact.FrameWritten frame) {
            // Numbers alone, fifty a second: their text would take as long as a tick.
            return frame.hashCode();
        }
        String text = fact instanceof Fact.MessagePassed passed
                ? passed.atNs() + passed.wire().name() + passed.toAgent() + passed.count() + passed.soundChars()
                : fact.toString();
        return text.hashCode();
    }

    @Override
    public void tick(Fact.Tick tick, LineFrame said, LineFrame heard) {
        digest = digest * PRIME + tick.hashCode();
        timeline.tick(tick, said, heard);
        for (Witness witness : witnesses) {
            witness.tick(tick, said, heard);
        }
    }

    @Override
    public void media(Fact.MediaArrived media, byte[] mulaw) {
        timeline.media(media, mulaw);
        for (Witness witness : witnesses) {
            witness.fact(media);
        }
    }

    /** An event of the bridge. */
    @Override
    public void accept(CallEvent event) {
        for (Witness witness : witnesses) {
            witness.event(event);
        }
        bridgeFacts.accept(event);
    }

    /** The tap on one of its streams in the bridge. */
    StreamTap tap() {
        return new StreamTap() {
            @Override
            public void heard(FromTwilio message, long atNs) {
                for (Witness witness : witnesses) {
                    witness.read(message);
                }
            }

            @Override
            public void sent(ToTwilio message, long atNs) {
                for (Witness witness : witnesses) {
                    witness.sent(message);
                }
            }
        };
    }
}
