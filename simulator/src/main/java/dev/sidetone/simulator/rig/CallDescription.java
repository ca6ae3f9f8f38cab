package dev.sidetone.simulator.rig;

import dev.sidetone.simulator.Settings;
import dev.sidetone.simulator.line.fault.LineFaults;
import dev.sidetone.simulator.twilio.plan.CallPlan;
import dev.sidetone.simulator.twilio.plan.MessageRules;
import dev.sidetone.simulator.twilio.plan.RelayConditions;
import dev.sidetone.simulator.twilio.rest.RestFault;
import dev.sidetone.simulator.twilio.rest.RestSetup;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The description of one simulated call, from which the window and every command build it. The defaults of all that is left out stand in
 * the builder. Immutable.
 *
 * @param server the server that is called
 * @param agent the agent of the embedded bridge, where that is the server
 * @param caller who speaks
 * @param from the caller's number
 * @param number the number dialled
 * @param parameters further form fields of every webhook request
 * @param authToken signs webhooks and handshakes, and opens the REST API
 * @param faults the faults injected into the line
 * @param seed makes identifiers, timestamps and faults repeatable; null for other ones in every call
 * @param rules how strictly the server's messages are judged
 * @param relay how Twilio's ConversationRelay hears and speaks
 * @param duration the time after which the caller hangs up; null for no limit
 * @param recordings the folder that keeps the recording; null to keep none
 * @param restPort the port of the fake Twilio REST API; 0 picks a free one
 * @param probeSignature whether the webhook is first asked with requests that it should refuse
 */
public record CallDescription(
        ServerChoice server,
        AgentChoice agent,
        CallerChoice caller,
        String from,
        String number,
        Map<String, String> parameters,
        String authToken,
        LineFaults faults,
        @Nullable Long seed,
        MessageRules rules,
        RelayConditions relay,
        @Nullable Duration duration,
        @Nullable Path recordings,
        int restPort,
        boolean probeSignature) {
    /** The setting that usually holds the token. */
    public static final String AUTH_TOKEN = "TWILIO_AUTH_TOKEN";

    public CallDescription {
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    }

    /** The call as it is placed, with {@code embedded} as the embedded bridge's webhook. */
    CallPlan plan(URI embedded) {
        CallPlan plan = server.plan(embedded)
                .between(from, number)
                .with(parameters)
                .signedBy(CallPlan.TEST_ACCOUNT_SID, authToken)
                .withFaults(faults)
                .judging(rules)
                .relaying(relay);
        CallPlan limited = duration == null ? plan : plan.lasting(duration);
        return seed == null ? limited : limited.seeded(seed);
    }

    /** The fake Twilio REST API beside the call. */
    RestSetup rest() {
        return new RestSetup(restPort, CallPlan.TEST_ACCOUNT_SID, authToken, RestFault.in(faults));
    }

    /** Without the token, which is a secret. */
    @Override
    public String toString() {
        return "CallDescription[" + from + " calls " + number + " at "
                + (server.to() == null ? "the embedded bridge" : server.to()) + "]";
    }

    /** Collects what differs from the defaults of a call. */
    public static final class Builder {
        private ServerChoice server = ServerChoice.EMBEDDED;
        private AgentChoice agent = AgentChoice.practice();
        private CallerChoice caller = CallerChoice.DEMO;
        private String from = CallPlan.DEFAULT_FROM;
        private String number = CallPlan.DEFAULT_NUMBER;
        private Map<String, String> parameters = Map.of();
        private String authToken = CallPlan.TEST_AUTH_TOKEN;
        private LineFaults faults = LineFaults.NONE;
        private @Nullable Long seed;
        private MessageRules rules = MessageRules.USUAL;
        private RelayConditions relay = RelayConditions.USUAL;
        private @Nullable Duration duration;
        private @Nullable Path recordings;
        private int restPort;
        private boolean probeSignature;

        public Builder server(ServerChoice server) {
            this.server = server;
            return this;
        }

        public Builder agent(AgentChoice agent) {
            this.agent = agent;
            return this;
        }

        public Builder caller(CallerChoice caller) {
            this.caller = caller;
            return this;
        }

        public Builder numbers(String from, String number) {
            this.from = from;
            this.number = number;
            return this;
        }

        public Builder parameters(Map<String, String> parameters) {
            this.parameters = parameters;
            return this;
        }

        /** Takes the token from the setting {@code name}; without it, the test token stays, which proves nothing. */
        public Builder authToken(Settings settings, String name) {
            this.authToken = settings.get(name).orElse(authToken);
            return this;
        }

        /** Signs with {@code token}. */
        public Builder authToken(String token) {
            this.authToken = token;
            return this;
        }

        public Builder faults(LineFaults faults) {
            this.faults = faults;
            return this;
        }

        public Builder seed(@Nullable Long seed) {
            this.seed = seed;
            return this;
        }

        public Builder rules(MessageRules rules) {
            this.rules = rules;
            return this;
        }

        public Builder relay(RelayConditions relay) {
            this.relay = relay;
            return this;
        }

        public Builder duration(@Nullable Duration duration) {
            this.duration = duration;
            return this;
        }

        public Builder recordings(@Nullable Path folder) {
            this.recordings = folder;
            return this;
        }

        public Builder restPort(int port) {
            this.restPort = port;
            return this;
        }

        public Builder probeSignature(boolean probe) {
            this.probeSignature = probe;
            return this;
        }

        public CallDescription build() {
            return new CallDescription(
                    server,
                    agent,
                    caller,
                    from,
                    number,
                    parameters,
                    authToken,
                    faults,
                    seed,
                    rules,
                    relay,
                    duration,
                    recordings,
                    restPort,
                    probeSignature);
        }
    }
}
