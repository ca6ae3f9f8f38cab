package dev.sidetone.simulator.cli;

import dev.sidetone.bridge.CallPolicy;
import dev.sidetone.bridge.twilio.rest.CallControl;
import dev.sidetone.bridge.twilio.rest.RestCallControl;
import dev.sidetone.bridge.twilio.rest.TwilioAccount;
import dev.sidetone.simulator.Settings;
import dev.sidetone.simulator.WrongSetting;
import dev.sidetone.simulator.line.net.Loopback;
import dev.sidetone.simulator.live.address.ConfiguredOrigin;
import dev.sidetone.simulator.twilio.plan.CallPlan;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a bridge on its own is told by flags and settings, read and checked. */
final class BridgeSettings {
    private static final Duration SHORTEST = Duration.ofSeconds(10);

    private final Settings settings;

    BridgeSettings(Settings settings) {
        this.settings = settings;
    }

    /**
     * The origin that Twilio reaches the bridge at, or null.
     *
     * @param flag {@code --public-url}, or null to take {@code SERVER_URL} or {@code PUBLIC_HOST}
     */
    @Nullable
    String origin(@Nullable String flag) throws WrongSetting {
        return ConfiguredOrigin.of(flag, settings);
    }

    /**
     * What signs Twilio's requests. {@code origin}, where there is one, is open to everybody, and so is a {@code host} to listen on that
     * is not this machine alone: a token that is known is none.
     */
    String authToken(@Nullable String origin, String host) throws WrongSetting {
        String token = settings.get("TWILIO_AUTH_TOKEN").orElse(CallPlan.TEST_AUTH_TOKEN);
        if (!Loopback.is(host) && token.equals(CallPlan.TEST_AUTH_TOKEN)) {
            throw new WrongSetting("--listen " + host
                    + " needs TWILIO_AUTH_TOKEN: without it anybody who reaches this machine can talk to the agent");
        }
        if (origin != null && token.equals(CallPlan.TEST_AUTH_TOKEN)) {
            throw new WrongSetting("a public address (" + origin
                    + ") needs TWILIO_AUTH_TOKEN: without it Twilio's signatures cannot be checked");
        }
        return token;
    }

    static void checkLimits(int mostCalls, Duration longest) throws WrongSetting {
        if (longest.compareTo(SHORTEST) < 0) {
            throw new WrongSetting("--longest " + longest.toMillis() + "ms is no time for a call: say 10s or more");
        }
        if (mostCalls < 1) {
            throw new WrongSetting("--max-calls " + mostCalls + " lets nobody in: say 1 or more");
        }
    }

    CallPolicy rules(int mostCalls, Duration longest) throws WrongSetting {
        checkLimits(mostCalls, longest);
        return CallPolicy.usual()
                .withMostCalls(mostCalls)
                .withLongest(longest)
                .withHumanNumber(settings.get("HUMAN_NUMBER").orElse(null));
    }

    /** Control of calls from beside their streams, where there are credentials for it. */
    CallControl control() throws WrongSetting {
        Optional<String> sid = settings.get("TWILIO_ACCOUNT_SID");
        Optional<String> token = settings.get("TWILIO_AUTH_TOKEN");
        if (sid.isEmpty() || token.isEmpty()) {
            return CallControl.none();
        }
        Optional<String> api = settings.get("TWILIO_API_URL");
        return new RestCallControl(
                api.isEmpty()
                        ? new TwilioAccount(sid.get(), token.get())
                        : new TwilioAccount(sid.get(), token.get(), api(api.get())));
    }

    private static URI api(String url) throws WrongSetting {
        URI api = URI.create(ConfiguredOrigin.origin("TWILIO_API_URL", url));
        if ("http".equals(api.getScheme()) && !Loopback.is(api)) {
            throw new WrongSetting("TWILIO_API_URL " + url + " must be https: the credentials go there");
        }
        return api;
    }
}
