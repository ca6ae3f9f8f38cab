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
 * On what terms live mode runs: whose account, which agent, what it may cost. Immutable.
 *
 * @param settings what else is set, such as where the public address is
 * @param rates what a minute costs, or null
 * @param limits what keeps a session from getting out of hand
 * @param port of the bridge on this machine; 0 picks one
 * @param trust whose certificates are believed
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

    /**
     * What keeps a session from getting out of hand.
     *
     * @param mostCalls at a time; one more hears a busy line
     * @param longest how long a call may be
     */
    public record Limits(int mostCalls, Duration longest) {
        /** What a person at a desk can follow, and pay. */
        public static final Limits USUAL = new Limits(10, Duration.ofMinutes(30));
    }

    /** The usual limits, on a port that is free. */
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

    public LiveConfig within(Limits limits) {
        return new LiveConfig(settings, account, agent, rates, limits, port, trust);
    }

    /** The same with the bridge on a port of this machine that is known before. */
    public LiveConfig on(int port) {
        return new LiveConfig(settings, account, agent, rates, limits, port, trust);
    }

    /**
     * The same, believing what the authorities in {@code pem} signed too: Twilio's certificate and that of the public address.
     *
     * @param pem null for Java's own list alone
     */
    public LiveConfig believing(@Nullable Path pem) throws WrongSetting {
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

    /** The account that pays. */
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
        return new WrongSetting("live mode needs " + which
                + " in the environment or in .env: see \"Account Info\" on the first page of console.twilio.com");
    }

    private static URI api(String url) throws WrongSetting {
        URI api = URI.create(ConfiguredOrigin.origin(API, url));
        if ("http".equals(api.getScheme()) && !Loopback.is(api)) {
            throw new WrongSetting(API + " " + url + " must be https: the credentials go there");
        }
        return api;
    }

    /** Without the settings, which hold secrets. */
    @Override
    public String toString() {
        return "LiveConfig[" + account + ", " + agent.name() + "]";
    }
}
