package dev.sidetone.simulator.live;

import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.bridge.socket.EventLoop;
import dev.sidetone.bridge.socket.RequestHandler;
import dev.sidetone.bridge.socket.SocketRuntime;
import dev.sidetone.bridge.time.NanoClock;
import dev.sidetone.bridge.twilio.rest.TwilioAccount;
import dev.sidetone.simulator.caller.Caller;
import dev.sidetone.simulator.line.net.TrustedCertificates;
import dev.sidetone.simulator.timeline.Fact;
import dev.sidetone.simulator.timeline.FactSink;
import dev.sidetone.simulator.twilio.FakeTwilio;
import dev.sidetone.simulator.twilio.TwilioCall;
import dev.sidetone.simulator.twilio.plan.CallPlan;
import dev.sidetone.simulator.twilio.rest.PresetNumber;
import dev.sidetone.simulator.twilio.rest.RestSetup;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Twilio's cloud for a test: the REST API at {@link #api} and the public address of whatever listens on a port of this machine, both
 * over TLS with the certificates of a private authority, and people who dial the account's numbers. A number is answered by what is set
 * for it over REST, so that a test changes addresses only. For any thread.
 *
 * <pre>{@code
 * try (Cloud cloud = Cloud.start(folder)) {
 *     cloud.publish(bridgePort);            // cloud.publicOrigin() leads there now
 *     // start live mode with cloud.environment(), --public-url cloud.publicOrigin(), the authority at cloud.authority()
 *     TwilioCall call = cloud.ring("+15550100", Cloud.OWNED, caller, facts);
 * }
 * }</pre>
 */
public final class Cloud implements AutoCloseable {
    /** Answered by its owner's own application: voice URL by GET, fallback, status callback. */
    public static final String OWNED = "+15550301";
    /** Nothing is set for it. */
    public static final String FRESH = "+15550302";
    /** Takes no calls. */
    public static final String MESSAGES_ONLY = "+15550303";
    /** Belongs to a SIP trunk. */
    public static final String TRUNKED = "+15550304";
    /** Belongs to a TwiML application. */
    public static final String APPLICATION = "+15550305";

    public static final String ACCOUNT_SID = "AC0c10d0c10d0c10d0c10d0c10d0c10d00";
    public static final String AUTH_TOKEN = "c10ud5ecretc10ud5ecretc10ud5ecre";

    /** The owner's voice URL of {@link #OWNED}: one that Java itself would not take for a URL. */
    public static final String OWNERS_VOICE_URL = "https://owner.example/voice?flow={main}|1";

    private static final PresetNumber[] NUMBERS = {
        PresetNumber.of(OWNED)
                .with("FriendlyName", "Reception")
                .with("VoiceUrl", OWNERS_VOICE_URL)
                .with("VoiceMethod", "GET")
                .with("VoiceFallbackUrl", "https://owner.example/fallback")
                .with("VoiceFallbackMethod", "GET")
                .with("StatusCallback", "https://owner.example/status")
                .with("StatusCallbackMethod", "GET")
                .with("SmsUrl", "https://owner.example/sms"),
        PresetNumber.of(FRESH),
        PresetNumber.of(MESSAGES_ONLY)
                .with("FriendlyName", "Texts")
                .with("SmsUrl", "https://owner.example/sms")
                .withoutVoice(),
        PresetNumber.of(TRUNKED)
                .with("FriendlyName", "Office trunk")
                .with("TrunkSid", "TK0c10d0c10d0c10d0c10d0c10d0c10d00"),
        PresetNumber.of(APPLICATION)
                .with("FriendlyName", "Flow")
                .with("VoiceUrl", "https://owner.example/unused")
                .with("VoiceApplicationSid", "AP0c10d0c10d0c10d0c10d0c10d0c10d00"),
    };

    private final SocketRuntime web = SocketRuntime.start(NanoClock.system());
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final Path authority;
    private final TrustedCertificates trust;
    private final FakeTwilio line;
    private final TlsFront rest;
    private final TlsFront front;
    private volatile RequestHandler.@Nullable Response instead;
    private volatile Consumer<String> watch = method -> {};

    private Cloud(Path folder, RestSetup setup) throws IOException {
        authority = TlsFront.CERTIFICATE.writeRootTo(folder.resolve("cloud-authority.pem"));
        trust = TrustedCertificates.withAuthorities(authority);
        line = new FakeTwilio(text -> CompletableFuture.completedFuture(new byte[160]), trust);
        line.serveRest(web, setup, Counter::new);
        rest = new TlsFront();
        rest.leadTo(Objects.requireNonNull(line.restUrl()).getPort());
        front = new TlsFront();
    }

    /** A cloud with one account that owns the five numbers above; the authority's certificate is written into {@code folder}. */
    public static Cloud start(Path folder) throws IOException {
        return start(folder, setup());
    }

    /** The same, as {@code setup} says. */
    public static Cloud start(Path folder, RestSetup setup) throws IOException {
        return new Cloud(folder, setup);
    }

    /** What {@link #start(Path)} takes, to be varied. */
    public static RestSetup setup() {
        return new RestSetup(0, ACCOUNT_SID, AUTH_TOKEN, Set.of()).owning(NUMBERS);
    }

    /** Stands in for {@code https://api.twilio.com}. */
    public URI api() {
        return rest.origin();
    }

    /** The account, reached over TLS. */
    public TwilioAccount account() {
        return new TwilioAccount(ACCOUNT_SID, AUTH_TOKEN, api(), trust.context());
    }

    /** Account, token and API as settings of a command; the number is not among them. */
    public Map<String, String> environment() {
        return Map.of(
                "TWILIO_ACCOUNT_SID", ACCOUNT_SID, "TWILIO_AUTH_TOKEN", AUTH_TOKEN, "TWILIO_API_URL", api().toString());
    }

    /** The private authority's certificate, in PEM. */
    public Path authority() {
        return authority;
    }

    /** Believes that authority. */
    public TrustedCertificates trust() {
        return trust;
    }

    /** {@code https://localhost:PORT}, where whatever is published is reached. */
    public String publicOrigin() {
        return front.origin().toString();
    }

    /** The public address leads to this port of 127.0.0.1 from now on. */
    public void publish(int localPort) {
        front.leadTo(localPort);
    }

    /** The tunnel in front of what is published. */
    public TlsFront tunnel() {
        return front;
    }

    /** The way to the REST API. */
    public TlsFront restTunnel() {
        return rest;
    }

    /** Every REST request is answered so, without being carried out, until null is said. */
    public void answerRest(RequestHandler.@Nullable Response answer) {
        instead = answer;
    }

    /** Tells the method of every REST request before it is carried out, on an event loop. */
    public void watchRest(Consumer<String> watcher) {
        watch = watcher;
    }

    /** Every REST request so far, such as {@code POST /2010-…/IncomingPhoneNumbers/PN….json VoiceUrl=…&…}. */
    public List<String> asked() {
        return List.copyOf(asked);
    }

    /** What is set for a number now, by the REST API's names. */
    public Map<String, String> settings(String number) {
        return Objects.requireNonNull(line.settings(number));
    }

    /** {@code from} dials one of the account's numbers; fails when nothing answers it. */
    public TwilioCall ring(String from, String number, Caller caller, FactSink facts) {
        return line.ring(from, number, plan(), caller, facts);
    }

    /** The same, and nobody takes it down. */
    public TwilioCall ring(String from, String number, Caller caller) {
        return ring(from, number, caller, new Forgotten());
    }

    /** Where the facts of a call go that only the bridge takes down. */
    public static FactSink nobodyListens() {
        return new Forgotten();
    }

    /** A call of this account. */
    public CallPlan plan() {
        return CallPlan.to(URI.create(publicOrigin())).signedBy(ACCOUNT_SID, AUTH_TOKEN);
    }

    /** Twilio's side of everything, such as {@link FakeTwilio#answerOutbound} with {@link #plan}. */
    public FakeTwilio line() {
        return line;
    }

    @Override
    public void close() throws IOException {
        line.close();
        rest.close();
        front.close();
        web.close();
    }

    /** Forgets every fact. */
    private static final class Forgotten implements FactSink {
        @Override
        public void add(Fact fact) {
            // nobody asks
        }

        @Override
        public void tick(Fact.Tick tick, LineFrame said, LineFrame heard) {
            // nobody asks
        }

        @Override
        public void media(Fact.MediaArrived media, byte[] mulaw) {
            // nobody asks
        }
    }

    /** Writes down what is asked of the REST API. */
    private final class Counter implements RequestHandler {
        private final RequestHandler site;

        Counter(RequestHandler site) {
            this.site = site;
        }

        @Override
        public Response answer(Request request, EventLoop loop) {
            String query = request.query() == null ? "" : "?" + request.query();
            asked.add(request.method() + " " + request.path() + query + " "
                    + URLDecoder.decode(request.body(), StandardCharsets.UTF_8));
            watch.accept(request.method());
            Response answer = instead;
            return answer == null ? site.answer(request, loop) : answer;
        }

        @Override
        public Upgrade upgrade(Request request, EventLoop loop) {
            return site.upgrade(request, loop);
        }
    }
}
