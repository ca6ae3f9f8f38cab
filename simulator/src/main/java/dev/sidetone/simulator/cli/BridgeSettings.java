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
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads and checks the settings of a bridge that runs as a server. */
final class BridgeSettings {
    private static final Duration SHORTEST = Duration.ofSeconds(10);

    private static final int MOST_LOOPS = 256;

    private final Settings settings;

    BridgeSettings(Settings settings) {
        this.settings = settings;
    }

    /**
     * The public origin at which Twilio reaches the bridge, or null.
     *
     * @param flag {@code --public-url}, or null to take {@code SERVER_URL} or {@code PUBLIC_HOST}
     */
    @Nullable
    String origin(@Nullable String flag) throws WrongSetting {
        return ConfiguredOrigin.of(flag, settings);
    }

    /**
     * The token that signs Twilio's requests. With a public {@code origin}, or a {@code host} that is not this machine alone, everybody can
     * reach the bridge, so the test token, which everybody knows, is refused.
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

    /** Pages need no signature, so they are let in only where nobody but this machine reaches the bridge. */
    static void checkPages(List<String> pages, @Nullable String origin, String host) throws WrongSetting {
        if (!pages.isEmpty() && (origin != null || !Loopback.is(host))) {
            throw new WrongSetting("--allow-origin " + pages.get(0)
                    + " is for a bridge that this machine alone reaches: leave out "
                    + (origin == null ? "--listen " + host : "the public address " + origin));
        }
    }

    /** The number of event loops: {@code wanted}, or one for each core. */
    static int loops(@Nullable Integer wanted) throws WrongSetting {
        if (wanted == null) {
            return Runtime.getRuntime().availableProcessors();
        }
        if (wanted < 1 || wanted > MOST_LOOPS) {
            throw new WrongSetting("--loops " + wanted + " cannot be: write 1 to " + MOST_LOOPS
                    + "; more than there are cores gain nothing");
        }
        return wanted;
    }

    static void checkLimits(int mostCalls, Duration longest) throws WrongSetting {
        if (longest.compareTo(SHORTEST) < 0) {
            throw new WrongSetting("--longest " + longest.toMillis() + "ms is too short for a call: write 10s or more");
        }
        if (mostCalls < 1) {
            throw new WrongSetting("--max-calls " + mostCalls + " accepts no call: write 1 or more");
        }
    }

    CallPolicy rules(int mostCalls, Duration longest) throws WrongSetting {
        checkLimits(mostCalls, longest);
        return CallPolicy.defaults()
                .withMostCalls(mostCalls)
                .withLongest(longest)
                .withHumanNumber(settings.get("HUMAN_NUMBER").orElse(null));
    }

    /** Call control over the REST API, if there are credentials for it. */
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
