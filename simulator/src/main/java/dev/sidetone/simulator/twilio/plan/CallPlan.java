package dev.sidetone.simulator.twilio.plan;

import dev.sidetone.bridge.twilio.SignatureValidator;
import dev.sidetone.simulator.line.fault.LineFaults;
import dev.sidetone.simulator.line.net.OriginMapping;
import dev.sidetone.simulator.line.net.UrlCredentials;
import java.net.URI;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** One call to be placed: who calls whom, at which server, who signs, and on what kind of line. Immutable. */
public record CallPlan(Parties parties, Server server, Account account, Conditions conditions) {
    /** The account of a call that names none. */
    public static final String TEST_ACCOUNT_SID = "AC51de701e51de701e51de701e51de701e";
    /** Signs the calls of whoever sets no token: a secret to nobody. */
    public static final String TEST_AUTH_TOKEN = SignatureValidator.TEST_TOKEN;

    /** The caller's number in a call that names none. */
    public static final String DEFAULT_FROM = "+15550100";
    /** The number dialled in a call that names none. */
    public static final String DEFAULT_NUMBER = "+15550199";

    private static final Parties PARTIES = new Parties(DEFAULT_FROM, DEFAULT_NUMBER, Direction.INBOUND);
    private static final Account ACCOUNT = new Account(TEST_ACCOUNT_SID, TEST_AUTH_TOKEN, Set.of());

    /**
     * The two numbers of the call.
     *
     * @param from the caller's number
     * @param number the number dialled
     * @param direction the side that began it
     */
    public record Parties(String from, String number, Direction direction) {}

    /**
     * The server under test, and Twilio's settings for it.
     *
     * @param webhook the server's voice URL as Twilio knows it, http or https
     * @param parameters further form fields of every webhook request; they win over the usual ones
     * @param setup the settings besides the voice URL
     * @param detour maps the server's public URLs to those that are dialled
     */
    public record Server(URI webhook, Map<String, String> parameters, NumberSetup setup, OriginMapping detour) {
        public Server {
            parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
        }

        /** Without credentials, which are secrets. */
        @Override
        public String toString() {
            return "Server[" + UrlCredentials.redact(webhook.toString()) + "]";
        }
    }

    /**
     * The account that signs.
     *
     * @param sid the account that the server sees
     * @param authToken signs the webhook and the stream's handshake
     * @param quirks the unknown forms of Twilio's signing that are tried
     */
    public record Account(String sid, String authToken, Set<SignatureQuirk> quirks) {
        public Account {
            quirks = Set.copyOf(quirks);
        }

        /** Without the token, which is a secret. */
        @Override
        public String toString() {
            return "Account[" + sid + "]";
        }
    }

    /**
     * The conditions of the line.
     *
     * @param limit the caller hangs up this long after the call came up; null for no limit
     * @param seed makes SIDs, timestamps and faults repeatable
     * @param faults the faults that are injected
     * @param rules how strictly a server's messages are judged
     * @param relay how ConversationRelay hears and speaks
     */
    public record Conditions(
            @Nullable Duration limit, long seed, LineFaults faults, MessageRules rules, RelayConditions relay) {}

    /** A call to {@code webhook} with everything else left at its default. */
    public static CallPlan to(URI webhook) {
        Server server = new Server(webhook, Map.of(), NumberSetup.PLAIN, OriginMapping.NONE);
        long seed = ThreadLocalRandom.current().nextLong();
        return new CallPlan(
                PARTIES,
                server,
                ACCOUNT,
                new Conditions(null, seed, LineFaults.NONE, MessageRules.USUAL, RelayConditions.USUAL));
    }

    public String from() {
        return parties.from;
    }

    public String number() {
        return parties.number;
    }

    public Direction direction() {
        return parties.direction;
    }

    public URI webhook() {
        return server.webhook;
    }

    public Map<String, String> parameters() {
        return server.parameters;
    }

    public NumberSetup setup() {
        return server.setup;
    }

    public OriginMapping detour() {
        return server.detour;
    }

    public String accountSid() {
        return account.sid;
    }

    public String authToken() {
        return account.authToken;
    }

    public Set<SignatureQuirk> quirks() {
        return account.quirks;
    }

    public @Nullable Duration limit() {
        return conditions.limit;
    }

    public long seed() {
        return conditions.seed;
    }

    public LineFaults faults() {
        return conditions.faults;
    }

    public RelayConditions relay() {
        return conditions.relay;
    }

    public MessageRules rules() {
        return conditions.rules;
    }

    /** The same between other numbers. */
    public CallPlan between(String caller, String dialled) {
        return among(new Parties(caller, dialled, parties.direction));
    }

    /** The same, begun by the server. */
    public CallPlan outbound() {
        return among(new Parties(parties.from, parties.number, Direction.OUTBOUND_API));
    }

    /** The same with another document to begin with. */
    public CallPlan asking(URI voiceUrl) {
        return at(new Server(voiceUrl, server.parameters, server.setup, server.detour));
    }

    /** The same with these further form fields. */
    public CallPlan with(Map<String, String> fields) {
        return at(new Server(server.webhook, fields, server.setup, server.detour));
    }

    /** The same with this set up. */
    public CallPlan having(NumberSetup other) {
        return at(new Server(server.webhook, server.parameters, other, server.detour));
    }

    /** The same to a server that is not at its public origin; the webhook becomes the public one. */
    public CallPlan by(OriginMapping way) {
        return at(new Server(way.named(server.webhook), server.parameters, server.setup, way));
    }

    /** The same for another account. */
    public CallPlan signedBy(String accountSid, String token) {
        return of(new Account(accountSid, token, account.quirks));
    }

    /** The same, signed in these forms. */
    public CallPlan signing(Set<SignatureQuirk> forms) {
        return of(new Account(account.sid, account.authToken, forms));
    }

    /** The same, hung up by the caller after {@code most}. */
    public CallPlan lasting(Duration most) {
        return under(new Conditions(most, conditions.seed, conditions.faults, conditions.rules, conditions.relay));
    }

    /** The same with another seed. */
    public CallPlan seeded(long seed) {
        return under(new Conditions(conditions.limit, seed, conditions.faults, conditions.rules, conditions.relay));
    }

    /** The same on a line with these faults. */
    public CallPlan withFaults(LineFaults faults) {
        return under(new Conditions(conditions.limit, conditions.seed, faults, conditions.rules, conditions.relay));
    }

    /** The same with the server's messages judged by {@code rules}. */
    public CallPlan judging(MessageRules rules) {
        return under(new Conditions(conditions.limit, conditions.seed, conditions.faults, rules, conditions.relay));
    }

    /** The same, whose ConversationRelay hears and speaks like {@code relay}. */
    public CallPlan relaying(RelayConditions relay) {
        return under(new Conditions(conditions.limit, conditions.seed, conditions.faults, conditions.rules, relay));
    }

    private CallPlan among(Parties others) {
        return new CallPlan(others, server, account, conditions);
    }

    private CallPlan at(Server other) {
        return new CallPlan(parties, other, account, conditions);
    }

    private CallPlan of(Account other) {
        return new CallPlan(parties, server, other, conditions);
    }

    private CallPlan under(Conditions others) {
        return new CallPlan(parties, server, account, others);
    }

    @Override
    public String toString() {
        return "CallPlan[" + from() + " calls " + number() + " at "
                + UrlCredentials.redact(webhook().toString()) + "]";
    }
}
