package dev.sidetone.bench.simulation;

import dev.sidetone.bridge.socket.MemoryNetwork;
import dev.sidetone.bridge.time.ManualCalendar;
import dev.sidetone.bridge.time.ManualTimers;
import java.time.Duration;
import java.util.List;
import java.util.function.IntConsumer;

/** Carries out the faults of a scenario, each at its moment. */
final class FaultStrikes {
    private static final long MS = 1_000_000;
    private static final int BROKEN = 500;
    private static final int AT_LIMIT = 503;
    /** A kernel repeats what is not acknowledged for so long. */
    private static final long GIVEN_UP_NS = 60_000 * MS;

    private final ManualTimers timers;
    private final ManualCalendar calendar;
    private final MemoryNetwork net;
    private final Servers servers;
    private final IntConsumer restHangUp;

    /** The servers that can fail; the agents in the order of their calls. */
    record Servers(
            StandingLoop bridgeLoop,
            FaultySite bridge,
            FaultySite rest,
            ManualCallControl control,
            ManualTool tool,
            List<FaultySite> agents) {}

    /** @param restHangUp ends the call of that number over the REST API */
    FaultStrikes(
            ManualTimers timers, ManualCalendar calendar, MemoryNetwork net, Servers servers, IntConsumer restHangUp) {
        this.timers = timers;
        this.calendar = calendar;
        this.net = net;
        this.servers = servers;
        this.restHangUp = restHangUp;
    }

    /** Carries {@code fault} out when its time has come. */
    void await(TimedFault fault) {
        timers.after(fault.atMs() * MS, () -> strike(fault));
    }

    private void strike(TimedFault fault) {
        switch (fault.kind()) {
            case WEBHOOK_FAILS -> servers.bridge.fail(BROKEN, fault.ms() * MS);
            case REST_FAILS -> servers.rest.fail(BROKEN, fault.ms() * MS);
            case REST_SLOW -> servers.control.slow(fault.ms() * MS);
            case TOOL_FAILS, TOOL_NO_JSON, TOOL_SILENT -> servers.tool.fail(fault.kind(), fault.ms() * MS);
            case STANDSTILL -> timers.jump(fault.ms() * MS);
            case BRIDGE_STANDSTILL -> servers.bridgeLoop.standStill(fault.ms() * MS, false);
            case BRIDGE_STANDSTILL_READS_FIRST -> servers.bridgeLoop.standStill(fault.ms() * MS, true);
            case CALENDAR_FORWARD -> calendar.set(Duration.ofMillis(fault.ms()));
            case CALENDAR_BACK -> calendar.set(Duration.ofMillis(-fault.ms()));
            default -> {
                for (int number = 1; number <= servers.agents.size(); number++) {
                    if (fault.strikes(number)) {
                        strike(fault, number);
                    }
                }
            }
        }
    }

    private void strike(TimedFault fault, int number) {
        String line = SimulatedRig.bridgeAuthority(number);
        String agent = SimulatedRig.agentAuthority(number);
        long ns = fault.ms() * MS;
        switch (fault.kind()) {
            case LINE_CUT -> cut(line);
            case LINE_LOST -> net.lose(line);
            case LINE_HELD -> net.hold(line, ns);
            case LINE_UNREAD -> net.stopReadingFrom(line);
            case AGENT_CUT -> cut(agent);
            case AGENT_LOST -> net.lose(agent);
            case AGENT_HELD -> net.hold(agent, ns);
            case AGENT_UNREAD -> net.stopReadingAt(agent);
            case AGENT_REFUSES -> servers.agents.get(number - 1).fail(AT_LIMIT, ns);
            case AGENT_GONE -> {
                net.unserve(agent);
                timers.after(ns, () -> net.serve(agent, servers.agents.get(number - 1)));
            }
            case REST_HANG_UP -> restHangUp.accept(number);
            default -> throw new IllegalStateException(fault.toString());
        }
    }

    private void cut(String authority) {
        net.cut(authority);
        timers.after(GIVEN_UP_NS, () -> net.giveUpCut(authority));
    }
}
