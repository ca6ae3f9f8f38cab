package dev.sidetone.junit;

import dev.sidetone.simulator.PublicOrigin;
import dev.sidetone.simulator.Settings;
import dev.sidetone.simulator.WrongSetting;
import dev.sidetone.simulator.agent.AgentFault;
import dev.sidetone.simulator.line.fault.InjectedFault;
import dev.sidetone.simulator.line.fault.LineFaults;
import dev.sidetone.simulator.rig.CallDescription;
import dev.sidetone.simulator.rig.ServerChoice;
import dev.sidetone.simulator.twilio.plan.CallPlan;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The server, the line and the agent of a call, as a test describes them. Owned by one {@link ScriptedCall}, by one thread. */
final class CallSetup {
    private static final Path ENV_FILE = Path.of(".env");
    private static final Duration USUAL_MOST = Duration.ofMinutes(2);
    private static final int MOST_PORT = 65_535;
    private static final int MOST_ATTEMPTS = 10;

    private final ServerChoice server;
    private final EmbeddedAgent agent = new EmbeddedAgent();
    private final Map<String, String> parameters = new LinkedHashMap<>();
    private final List<InjectedFault> faults = new ArrayList<>();
    private final CallDescription.Builder call = new CallDescription.Builder().duration(USUAL_MOST);
    private @Nullable URI publicOrigin;
    private @Nullable Path authorities;
    private @Nullable String authToken;
    private String from = CallPlan.DEFAULT_FROM;
    private String number = CallPlan.DEFAULT_NUMBER;
    private int attempts = 1;

    CallSetup(ServerChoice server) {
        this.server = server;
    }

    /** The agent of the embedded bridge. */
    EmbeddedAgent agent() {
        if (server.to() != null) {
            throw new IllegalStateException("agent settings are for phone.dialBridge(), where Sidetone's own bridge"
                    + " connects to the agent: the server at " + server.to() + " has an agent of its own");
        }
        return agent;
    }

    void publicOrigin(String https) throws WrongSetting {
        publicOrigin = PublicOrigin.of(https);
        if (server.to() == null) {
            throw new IllegalStateException(
                    "as(…) is for a server of your own, and this call goes to the embedded bridge");
        }
    }

    void trusting(Path pem) {
        authorities = pem;
    }

    void authToken(String token) {
        authToken = token;
    }

    void from(String caller) {
        from = caller;
    }

    void number(String dialled) {
        number = dialled;
    }

    void parameter(String name, String value) {
        parameters.put(name, value);
    }

    void fault(String text) {
        AgentFault ofAgent = AgentFault.of(text);
        if (ofAgent != null) {
            agent().fault(ofAgent);
            return;
        }
        try {
            faults.add(InjectedFault.parse(text));
        } catch (InjectedFault.Unreadable e) {
            throw new IllegalArgumentException(
                    e.getMessage() + ". Faults of a fake agent behind the embedded bridge: " + AgentFault.names(), e);
        }
    }

    void seed(long seed) {
        call.seed(seed);
    }

    void restPort(int port) {
        if (port < 1 || port > MOST_PORT) {
            throw new IllegalArgumentException("restPort(" + port + "): expected a port of 1 to " + MOST_PORT);
        }
        call.restPort(port);
    }

    void atMost(Duration time) {
        if (time.toMillis() < 1) {
            throw new IllegalArgumentException("atMost(" + time + "): expected a time longer than nothing");
        }
        call.duration(time);
    }

    void attempts(int most) {
        if (most < 1 || most > MOST_ATTEMPTS) {
            throw new IllegalArgumentException("attempts(" + most + "): expected 1 to " + MOST_ATTEMPTS);
        }
        attempts = most;
    }

    /** How often the call is made until this machine could measure it. */
    int attempts() {
        return attempts;
    }

    /** The call as it is described, with what the environment and {@code .env} add. */
    CallDescription description() throws WrongSetting {
        Settings settings = Settings.read(ENV_FILE, System.getenv());
        ServerChoice reached = new ServerChoice(
                server.to(), publicOrigin, server.streams(), authorities, server.setup(), server.quirks());
        call.server(reached)
                .agent(agent.choice(settings))
                .numbers(from, number)
                .parameters(parameters)
                .faults(new LineFaults(faults));
        return authToken == null
                ? call.authToken(settings, CallDescription.AUTH_TOKEN).build()
                : call.authToken(authToken).build();
    }
}
