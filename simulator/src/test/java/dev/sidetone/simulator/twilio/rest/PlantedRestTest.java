package dev.sidetone.simulator.twilio.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.bridge.socket.MemoryNetwork;
import dev.sidetone.bridge.socket.RequestHandler;
import dev.sidetone.bridge.time.ManualTimers;
import dev.sidetone.simulator.findings.Finding;
import dev.sidetone.simulator.rig.Planted;
import dev.sidetone.simulator.rig.PlantedOutputs;
import dev.sidetone.simulator.timeline.Fact;
import dev.sidetone.simulator.twilio.plan.CallPlan;
import dev.sidetone.simulator.twilio.twiml.TwimlSource;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Secrets and hostile strings in every field of a request to the fake REST API, while a call is under way that it concerns. */
class PlantedRestTest {
    private static final Clock CLOCK = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);
    private static final String CALLS = "/2010-04-01/Accounts/" + CallPlan.TEST_ACCOUNT_SID + "/Calls/";
    private static final String LOGIN = basic(CallPlan.TEST_ACCOUNT_SID + ":" + CallPlan.TEST_AUTH_TOKEN);

    @TempDir
    private Path folder = Path.of("");

    private final List<Fact> facts = new ArrayList<>();
    private final MemoryNetwork loop = new MemoryNetwork(new ManualTimers(0), 0);
    private final CallStore book = new CallStore(CLOCK);
    private final RestApi api = new RestApi(
            new RestSetup(0, CallPlan.TEST_ACCOUNT_SID, CallPlan.TEST_AUTH_TOKEN, Set.of()),
            book,
            new NumberStore(CLOCK),
            call -> {
                throw new AssertionError("no call was asked for");
            });

    @BeforeEach
    void aCallIsUnderWay() {
        Planted.know();
        CallRecord.Call call =
                new CallRecord.Call("CA1", CallPlan.TEST_ACCOUNT_SID, "+14155550100", "+15550199", "inbound");
        book.enter(call, new Found()).became(CallStatus.IN_PROGRESS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Url=PLANTED",
                "Url=http://localhost/v&Method=PLANTED",
                "Url=http://localhost/v&Twiml=PLANTED",
                "Status=PLANTED",
                "PLANTED=PLANTED&Status=PLANTED"
            })
    void noOutputShowsWhatAWishHolds(String form) throws IOException {
        post("CA1.json", form.replace("PLANTED", encoded(Planted.all("form"))), LOGIN);
        post("CA1.json", form.replace("PLANTED", Planted.all("raw")), LOGIN);

        assertThat(facts).isNotEmpty();
        PlantedOutputs.check(folder, facts);
    }

    @Test
    void noOutputShowsWhichCallWasMeant() throws IOException {
        String sid = Planted.two("sid");
        post(encoded(sid) + ".json", "Status=completed", LOGIN);
        post(sid + ".json", "Status=completed", LOGIN);

        assertThat(facts).hasSize(2);
        PlantedOutputs.check(folder, facts);
    }

    @Test
    void noOutputShowsWhoAsked() throws IOException {
        post("CA1.json", "Status=completed", Planted.all("login"));
        post("CA1.json", "Status=completed", basic(Planted.all("user") + ":" + Planted.all("password")));
        post("CA1.json", "Status=completed", basic(Planted.all("no colon").replace(":", "")));

        assertThat(facts).hasSize(3);
        PlantedOutputs.check(folder, facts);
    }

    private void post(String call, String form, String login) {
        Map<String, String> headers = Map.of(
                "authorization", login, "host", "localhost:1", "content-type", "application/x-www-form-urlencoded");
        api.answer(new RequestHandler.Request("POST", CALLS + call, null, headers, form, "127.0.0.1"), loop);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String basic(String login) {
        return "Basic " + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8));
    }

    private final class Found implements CallHandle {
        @Override
        public void redirect(TwimlSource next) {
            throw new AssertionError("it was refused");
        }

        @Override
        public void hangUp(String why) {
            throw new AssertionError("it was refused");
        }

        @Override
        public void found(Finding finding) {
            facts.add(finding.at(facts.size() + 1));
        }

        @Override
        public void faultBegan(String fault) {
            throw new AssertionError("no fault was dialled");
        }
    }
}
