package dev.sidetone.simulator.live;

import dev.sidetone.bridge.twilio.rest.TwilioAccount;
import dev.sidetone.simulator.Settings;
import dev.sidetone.simulator.WrongSetting;
import dev.sidetone.simulator.line.net.Loopback;
import dev.sidetone.simulator.line.net.TrustedCertificates;
import dev.sidetone.simulator.live.address.ConfiguredOrigin;
import dev.sidetone.simulator.live.call.Rates;
import dev.sidetone.simulator.rig.AgentChoice;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The configuration of a session of live mode: account, agent, limits and prices. Immutable.
 *
 * @param settings the other settings, such as the public address and the tunnel's token
 * @param rates the prices of a minute, or null
 * @param limits the limits on calls
 * @param port the bridge's port on this machine; 0 chooses one
 * @param trust the certificate authorities that are trusted
 */
public record LiveConfig(
        Settings settings,
        TwilioAccount account,
        AgentChoice agent,
        @Nullable Rates rates,
        Limits limits,
        int port,
        TrustedCertificates trust) {
    static final String ACCOUNT_SID = "TWILIO_ACCOUNT_SID";
    static final String AUTH_TOKEN = "TWILIO_AUTH_TOKEN";
    static final String API = "TWILIO_API_URL";

    private static final Pattern SID = Pattern.compile("AC[0-9a-zA-Z]{32}");

    /** Reads the configuration for a request, as the settings are at that time. */
    @FunctionalInterface
    public interface Source {
        LiveConfig config(LiveRequest request) throws WrongSetting;
    }

    /**
     * The limits on a session's calls. Immutable.
     *
     * @param mostCalls the number of calls at a time; one more hears a busy line
     * @param longest the longest time of a call
     */
    public record Limits(int mostCalls, Duration longest) {
        /** The limits that one person can follow and pay for. */
        public static final Limits USUAL = new Limits(10, Duration.ofMinutes(30));
    }

    /** Reads account and prices from the settings; with the usual limits, on a port that is free. */
    public static LiveConfig of(Settings settings, AgentChoice agent) throws WrongSetting {
        return new LiveConfig(
                settings,
                account(settings),
                agent,
                Rates.of(settings),
                Limits.USUAL,
                0,
                TrustedCertificates.publicAuthorities());
    }

    public LiveConfig withLimits(Limits limits) {
        return new LiveConfig(settings, account, agent, rates, limits, port, trust);
    }

    /** The same with the bridge on {@code port} of this machine. */
    public LiveConfig withPort(int port) {
        return new LiveConfig(settings, account, agent, rates, limits, port, trust);
    }

    /**
     * The same, with trust in the authorities in {@code pem} too, for Twilio and for the public address.
     *
     * @param pem the PEM file, or null for Java's own list alone
     */
    public LiveConfig withAuthorities(@Nullable Path pem) throws WrongSetting {
        if (pem == null) {
            return this;
        }
        try {
            TrustedCertificates both = TrustedCertificates.withAuthorities(pem);
            TwilioAccount same = new TwilioAccount(account.sid(), account.authToken(), account.api(), both.context());
            return new LiveConfig(settings, same, agent, rates, limits, port, both);
        } catch (IOException e) {
            throw new WrongSetting("--ca " + pem + " " + e.getMessage(), e);
        }
    }

    private static TwilioAccount account(Settings settings) throws WrongSetting {
        String sid = settings.get(ACCOUNT_SID).orElse("");
        String token = settings.get(AUTH_TOKEN).orElse("");
        if (sid.isEmpty() || token.isEmpty()) {
            throw missing(sid, token);
        }
        if (!SID.matcher(sid).matches()) {
            throw new WrongSetting(ACCOUNT_SID
                    + " is not an account's: it is AC and 32 digits and letters (an API key's, SK…, will not do)");
        }
        String api = settings.get(API).orElse(null);
        return api == null ? new TwilioAccount(sid, token) : new TwilioAccount(sid, token, api(api));
    }

    private static WrongSetting missing(String sid, String token) {
        String which = sid.isEmpty() && token.isEmpty()
                ? ACCOUNT_SID + " and " + AUTH_TOKEN
                : sid.isEmpty() ? ACCOUNT_SID : AUTH_TOKEN;
        boolean both = sid.isEmpty() && token.isEmpty();
        return new WrongSetting("live mode needs a Twilio account, and " + which + (both ? " are" : " is")
                + " missing: set " + (both ? "them" : "it")
                + " in the environment or in .env; see \"Account Info\" on the first page of console.twilio.com");
    }

    private static URI api(String url) throws WrongSetting {
        URI api = URI.create(ConfiguredOrigin.origin(API, url));
        if ("http".equals(api.getScheme()) && !Loopback.is(api)) {
            throw new WrongSetting(API + " " + url + " must be https: the credentials go there");
        }
        return api;
    }

    /** Leaves the settings out, which hold secrets. */
    @Override
    public String toString() {
        return "LiveConfig[" + account + ", " + agent.name() + "]";
    }
}
