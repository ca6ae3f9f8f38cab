package dev.sidetone.simulator.twilio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.twilio.exception.ApiException;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.Call;
import com.twilio.rest.monitor.v1.Alert;
import com.twilio.type.PhoneNumber;
import com.twilio.type.Twiml;
import dev.sidetone.bridge.socket.SocketRuntime;
import dev.sidetone.bridge.time.NanoClock;
import dev.sidetone.simulator.line.ReleaseCause;
import dev.sidetone.simulator.timeline.EndedBy;
import dev.sidetone.simulator.timeline.Fact;
import dev.sidetone.simulator.twilio.plan.CallPlan;
import dev.sidetone.simulator.twilio.rest.MagicNumbers;
import dev.sidetone.simulator.twilio.rest.RestFault;
import dev.sidetone.simulator.twilio.rest.RestSetup;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Twilio's own SDK drives the REST API over live calls, on real loopback sockets. */
// Over 300 lines because every test drives one operation of the SDK over the same live call.
@Timeout(240)
class RestSdkIT {
    private static final String ACCOUNT = CallPlan.TEST_ACCOUNT_SID;
    private static final String TOKEN = CallPlan.TEST_AUTH_TOKEN;
    private static final RestSetup SETUP = new RestSetup(0, ACCOUNT, TOKEN, Set.of());
    private static final PhoneNumber PERSON = new PhoneNumber("+14155550100");
    private static final PhoneNumber OURS = new PhoneNumber("+14155550199");

    private final FactList facts = new FactList();
    private final SocketRuntime web = SocketRuntime.start(NanoClock.system());
    private final BlockingQueue<String> up = new LinkedBlockingQueue<>();
    private LoopbackServer server;
    private FakeTwilio line;
    private TwilioRestClient client;

    @BeforeEach
    void start() throws IOException, InterruptedException {
        server = new LoopbackServer();
        serve(SETUP);
    }

    private void serve(RestSetup setup) throws IOException {
        line = new FakeTwilio(text -> CompletableFuture.completedFuture(new byte[160]));
        line.serveRest(web, setup);
        client = PointedClient.to(rest(), ACCOUNT, TOKEN);
    }

    @AfterEach
    void stop() {
        line.close();
        server.close();
        web.close();
    }

    @Test
    void aCallIsSeenWhileItRunsAndAfterItsEnd() throws Exception {
        TwilioCall placed = callTheServer();

        Call running = Call.fetcher(placed.callSid()).fetch(client);
        assertThat(running.getStatus()).isEqualTo(Call.Status.IN_PROGRESS);
        assertThat(running.getDirection()).isEqualTo("inbound");
        assertThat(running.getFrom()).isEqualTo("+15550100");
        assertThat(running.getDuration()).isNull();
        assertThat(running.getEndTime()).isNull();
        placed.hangUp(EndedBy.CALLER, "enough");
        ended(placed);

        Call over = Call.fetcher(placed.callSid()).fetch(client);
        assertThat(over.getStatus()).isEqualTo(Call.Status.COMPLETED);
        assertThat(over.getDuration()).matches("\\d+");
        assertThat(over.getEndTime()).isNotNull();
    }

    @Test
    void completedHangsUpAndTheResultNamesTheRestApi() throws Exception {
        TwilioCall placed = callTheServer();

        Call answer = Call.updater(placed.callSid())
                .setStatus(Call.UpdateStatus.COMPLETED)
                .update(client);

        assertThat(answer.getStatus()).isEqualTo(Call.Status.IN_PROGRESS);
        assertThat(ended(placed).by()).isEqualTo(EndedBy.REST);
        assertThat(server.closes.poll(60, TimeUnit.SECONDS)).isEqualTo(1000);
        assertThat(server.texts.get(server.texts.size() - 1)).contains("\"event\":\"stop\"");
        ApiException late = refused(() -> Call.updater(placed.callSid())
                .setStatus(Call.UpdateStatus.COMPLETED)
                .update(client));
        assertThat(late.getCode()).isEqualTo(20404);
        assertThat(late.getStatusCode()).isEqualTo(404);
    }

    @Test
    void aCallWhoseCallerHasHungUpIsOverWhileItsServerStillHearsOfIt() throws Exception {
        TwilioCall placed = callTheServer();
        CompletableFuture<Integer> refusal = new CompletableFuture<>();
        CompletableFuture<Call.Status> status = new CompletableFuture<>();
        server.atStop(() -> {
            status.complete(Call.fetcher(placed.callSid()).fetch(client).getStatus());
            refusal.complete(refused(() -> Call.updater(placed.callSid())
                            .setStatus(Call.UpdateStatus.COMPLETED)
                            .update(client))
                    .getCode());
        });

        placed.hangUp(EndedBy.CALLER, "the caller hung up");

        assertThat(refusal.get(60, TimeUnit.SECONDS)).isEqualTo(20404);
        assertThat(status.get(60, TimeUnit.SECONDS)).isEqualTo(Call.Status.COMPLETED);
        assertThat(ended(placed).by()).isEqualTo(EndedBy.CALLER);
        assertThat(facts.findings()).isEmpty();
    }

    @Test
    void newTwimlPullsTheCallOffItsStream() throws Exception {
        TwilioCall placed = callTheServer();

        Call.updater(placed.callSid())
                .setTwiml(new Twiml("<Response><Pause length='60'/></Response>"))
                .update(client);

        assertThat(server.closes.poll(60, TimeUnit.SECONDS)).isEqualTo(1000);
        assertThat(server.texts.get(server.texts.size() - 1)).contains("\"event\":\"stop\"");
        assertThat(Call.fetcher(placed.callSid()).fetch(client).getStatus()).isEqualTo(Call.Status.IN_PROGRESS);
        hangUpByTwiml(placed);
        assertThat(ended(placed).why()).isEqualTo("the TwiML hung up");
        assertThat(facts.findings()).isEmpty();
    }

    @Test
    void aCallThatAServerPlacesIsPickedUpAndRunsItsTwiml() throws Exception {
        CompletableFuture<TwilioCall> placed = new CompletableFuture<>();
        line.answerOutbound(
                CallPlan.to(server.voice()),
                call -> new Pickup.RingResult(null, caller(), facts, Duration.ofMillis(50), placed::complete));

        Call answer = Call.creator(PERSON, OURS, server.voice())
                .setStatusCallbackEvent(List.of("initiated", "completed"))
                .create(client);

        assertThat(answer.getStatus()).isEqualTo(Call.Status.QUEUED);
        assertThat(answer.getDateCreated()).isNull();
        assertThat(answer.getDirection()).isEqualTo("outbound-api");
        assertThat(up.poll(60, TimeUnit.SECONDS)).isEqualTo("up");
        assertThat(placed.get(60, TimeUnit.SECONDS).callSid()).isEqualTo(answer.getSid());
        Call.updater(answer.getSid()).setStatus(Call.UpdateStatus.COMPLETED).update(client);
        assertThat(ended(placed.get()).by()).isEqualTo(EndedBy.REST);
        assertThat(facts.one(Fact.CallPlaced.class).from()).isEqualTo("+14155550199");
        assertThat(facts.of(Fact.StreamStarted.class)).hasSize(1);
    }

    @Test
    void aCallThatNobodyAnswersYetCanBeCanceled() throws Exception {
        Call asked = Call.creator(PERSON, OURS, new Twiml("<Response/>"))
                .setTimeout(60)
                .create(client);

        ApiException early = refused(() ->
                Call.updater(asked.getSid()).setTwiml(new Twiml("<Response/>")).update(client));
        assertThat(early.getCode()).isEqualTo(21220);
        Call.updater(asked.getSid()).setStatus(Call.UpdateStatus.CANCELED).update(client);

        assertThat(awaited(asked, Call.Status.CANCELED).getStartTime()).isNull();
        assertThat(Call.deleter(asked.getSid()).delete(client)).isTrue();
        ApiException gone = refused(() -> Call.fetcher(asked.getSid()).fetch(client));
        assertThat(gone.getCode()).isEqualTo(20404);
        assertThat(gone.getStatusCode()).isEqualTo(404);
    }

    @Test
    void aNumberThatIsBusyIsBusy() throws Exception {
        Call asked = Call.creator(new PhoneNumber(MagicNumbers.BUSY), OURS, new Twiml("<Response/>"))
                .create(client);

        assertThat(awaited(asked, Call.Status.BUSY).getDuration()).isEqualTo("0");
    }

    @Test
    void listsAreFilteredAndPaged() throws Exception {
        line.answerOutbound(CallPlan.to(server.voice()), call -> Pickup.RingResult.none(ReleaseCause.FAILED));
        for (int i = 0; i < 5; i++) {
            awaited(Call.creator(PERSON, OURS, new Twiml("<Response/>")).create(client), Call.Status.FAILED);
        }
        TwilioCall inbound = callTheServer();

        List<Call> failed = StreamSupport.stream(
                        Call.reader()
                                .setStatus(Call.Status.FAILED)
                                .setPageSize(2L)
                                .read(client)
                                .spliterator(),
                        false)
                .toList();
        assertThat(failed).hasSize(5).extracting(Call::getSid).doesNotHaveDuplicates();
        assertThat(Call.reader().setFrom("+15550100").read(client))
                .extracting(Call::getSid)
                .containsExactly(inbound.callSid());
    }

    @Test
    void findingsWithTwiliosNumbersAreAlerts() throws Exception {
        server.document("<Response><Conect/><Connect><Stream url='https://127.0.0.1/x'/></Connect></Response>");
        TwilioCall placed = line.placeCall(CallPlan.to(server.voice()), caller(), facts);
        ended(placed);

        List<Alert> alerts = StreamSupport.stream(
                        Alert.reader().setPageSize(1L).read(client).spliterator(), false)
                .toList();

        assertThat(alerts).extracting(Alert::getErrorCode).containsExactly("31922", "12200");
        assertThat(alerts).extracting(Alert::getLogLevel).containsExactly("error", "warning");
        assertThat(alerts).extracting(Alert::getResourceSid).containsOnly(placed.callSid());
        assertThat(Alert.reader().setLogLevel("warning").read(client)).hasSize(1);
        assertThat(Alert.fetcher(alerts.get(0).getSid()).fetch(client).getAlertText())
                .contains("ErrorCode=31922");
    }

    @Test
    void aWrongTokenIsRefused() {
        TwilioRestClient wrong = PointedClient.to(rest(), ACCOUNT, "wrong");

        ApiException refused = refused(() -> Call.reader().read(wrong));

        assertThat(refused.getCode()).isEqualTo(20003);
        assertThat(refused.getStatusCode()).isEqualTo(401);
    }

    @Test
    void theRaceAfterAnAnswerCanBeHad() throws Exception {
        line.close();
        serve(SETUP.with(RestFault.REST_RACE));
        TwilioCall placed = callTheServer();

        ApiException early = refused(() -> hangUpByTwiml(placed));
        assertThat(early.getCode()).isEqualTo(21220);
        assertThat(early.getMessage()).isEqualTo("Call is not in-progress. Cannot redirect.");
        hangUpByTwiml(placed);
        assertThat(ended(placed).why()).isEqualTo("the TwiML hung up");
        assertThat(facts.one(Fact.FaultBegan.class).fault()).isEqualTo("rest-race");
        assertThat(facts.findings()).isEmpty();
    }

    @Test
    void anApiThatIsDownSaysSoAndTheCallTellsWhy() throws Exception {
        line.close();
        serve(SETUP.with(RestFault.REST_500));
        TwilioCall placed = callTheServer();

        ApiException down = refused(() -> hangUpByTwiml(placed));

        assertThat(down.getCode()).isEqualTo(20500);
        assertThat(down.getStatusCode()).isEqualTo(500);
        placed.hangUp(EndedBy.CALLER, "enough");
        ended(placed);
        assertThat(facts.of(Fact.FaultBegan.class)).isNotEmpty().allSatisfy(began -> assertThat(began.fault())
                .isEqualTo("rest-500"));
        assertThat(facts.findings()).isEmpty();
    }

    private void hangUpByTwiml(TwilioCall placed) {
        Call.updater(placed.callSid())
                .setTwiml(new Twiml("<Response><Hangup/></Response>"))
                .update(client);
    }

    private URI rest() {
        return Objects.requireNonNull(line.restUrl());
    }

    private TwilioCall callTheServer() throws InterruptedException {
        TwilioCall placed = line.placeCall(CallPlan.to(server.voice()), caller(), facts);
        assertThat(up.poll(60, TimeUnit.SECONDS)).isEqualTo("up");
        return placed;
    }

    private TickingCaller caller() {
        return new TickingCaller()
                .when(() -> !facts.of(Fact.StreamStarted.class).isEmpty(), phone -> up.add("up"));
    }

    /** The call as it is when it has come so far; each question is a round trip, so this ends by the test's time limit at the latest. */
    private Call awaited(Call asked, Call.Status status) {
        while (true) {
            Call now = Call.fetcher(asked.getSid()).fetch(client);
            if (now.getStatus() == status) {
                return now;
            }
        }
    }

    private static ApiException refused(Runnable request) {
        ApiException refused = catchThrowableOfType(ApiException.class, request::run);
        assertThat(refused).isNotNull();
        return refused;
    }

    private static CallOutcome ended(TwilioCall call) throws Exception {
        return call.outcome().toCompletableFuture().get(60, TimeUnit.SECONDS);
    }
}
