package dev.sidetone.simulator.doctor;

import dev.sidetone.bridge.BridgeConfig;
import dev.sidetone.bridge.agent.AgentFailure;
import dev.sidetone.bridge.agent.SessionName;
import dev.sidetone.bridge.socket.SocketRuntime;
import dev.sidetone.bridge.time.NanoClock;
import dev.sidetone.bridge.time.Patience;
import dev.sidetone.bridge.time.WallClock;
import dev.sidetone.simulator.CannotRun;
import dev.sidetone.simulator.agent.AgentScript;
import dev.sidetone.simulator.agent.AgentScript.Turn;
import dev.sidetone.simulator.agent.AgentScript.Utterance.Tone;
import dev.sidetone.simulator.line.net.Loopback;
import dev.sidetone.simulator.rig.AgentChoice;
import dev.sidetone.simulator.rig.FakeBehaviour;
import dev.sidetone.simulator.rig.ServedAgent;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/** Visits an agent once on real sockets: a real one at its address, or a fake that it serves itself. Blocks, at most a minute. */
public final class AgentCheckup {
    private static final long NAME_S = 5;
    private static final long MOST_S = 60;

    /** Tones need no voice to be loaded. */
    private static final AgentScript REHEARSAL = AgentScript.practice()
            .withGreeting(new Tone(100))
            .withTurns(List.of(new Turn(0, new Tone(100))))
            .withoutExcuses();

    private AgentCheckup() {}

    /**
     * Visits {@code choice}.
     *
     * @param progress takes a line at each step, on any thread
     */
    public static AgentVisit visit(AgentChoice choice, Consumer<String> progress) throws CannotRun {
        try (SocketRuntime web = SocketRuntime.start(NanoClock.system())) {
            rehearse(web);
            BridgeConfig.Agent real = choice.real();
            if (real != null) {
                List<String> notices = NearEnd.of(real.service(), real.settings(), today());
                return visit(web, real, progress).withNotices(notices);
            }
            FakeBehaviour behaviour = choice.behaviour();
            try (ServedAgent fake = ServedAgent.start(web, choice.fake(), behaviour.script(), behaviour.faults(), 0)) {
                return visit(web, choice.target(fake), progress);
            }
        } catch (IOException e) {
            throw new CannotRun("the agent " + choice.name() + " cannot start here: " + e.getMessage(), e);
        }
    }

    @WallClock("vendors announce the ends of their models by the day")
    private static LocalDate today() {
        return LocalDate.ofInstant(Instant.now(), ZoneOffset.UTC);
    }

    private static void rehearse(SocketRuntime web) throws IOException, CannotRun {
        try (ServedAgent fake = ServedAgent.start(web, REHEARSAL, 0)) {
            await(AgentProbe.rehearse(web.loop(), fake.target("rehearsal")));
        }
    }

    private static AgentVisit visit(SocketRuntime web, BridgeConfig.Agent agent, Consumer<String> progress)
            throws CannotRun {
        URI address = agent.endpoint();
        VisitStep name = Loopback.is(address)
                ? VisitStep.ok("name", null, address.getHost() + " is this machine")
                : lookUp(address.getHost());
        if (name.isFailed()) {
            return new AgentVisit(
                    agent.name(), address.toString(), List.of(name), SessionName.NONE, List.of(), List.of());
        }
        return await(AgentProbe.visit(web.loop(), agent, List.of(name), progress));
    }

    /** Looks the name up on a thread of its own: Java cannot end a look-up. */
    static VisitStep lookUp(String host) {
        CompletableFuture<VisitStep> answer = new CompletableFuture<>();
        Thread lookUp = new Thread(() -> answer.complete(addressOf(host)), "name-lookup");
        lookUp.setDaemon(true);
        lookUp.start();
        try {
            return answer.get(Patience.of(NAME_S), TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            return unknown("no name server answered for " + host + " within " + NAME_S + " s");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return unknown("the look-up of " + host + " was interrupted");
        }
    }

    private static VisitStep addressOf(String host) {
        NanoClock clock = NanoClock.system();
        long fromNs = clock.nowNs();
        try {
            String address = InetAddress.getByName(host).getHostAddress();
            return VisitStep.ok("name", (clock.nowNs() - fromNs) / 1e6, host + " is " + address);
        } catch (UnknownHostException e) {
            return unknown("no address is known for the name " + host);
        }
    }

    private static VisitStep unknown(String what) {
        return VisitStep.failed(
                "name",
                new AgentFailure(
                        AgentFailure.Cause.UNREACHABLE,
                        what,
                        "check the name for a slip, and that this machine is online and its name server (DNS) answers"));
    }

    private static AgentVisit await(CompletableFuture<AgentVisit> visit) throws CannotRun {
        try {
            return visit.get(Patience.of(MOST_S), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotRun("the visit was interrupted", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new CannotRun("the visit broke off inside Sidetone: " + e, e);
        }
    }
}
