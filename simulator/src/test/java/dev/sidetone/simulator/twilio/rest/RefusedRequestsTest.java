package dev.sidetone.simulator.twilio.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.bridge.socket.RequestHandler;
import dev.sidetone.simulator.findings.Finding;
import dev.sidetone.simulator.twilio.twiml.TwimlSource;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RefusedRequestsTest {
    private static final String CALLS = "/2010-04-01/Accounts/AC1/Calls/";
    private static final String TRANSFER = "Twiml=%3CResponse%2F%3E";

    private final CallStore book = new CallStore(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));
    private final RefusedRequests refused = new RefusedRequests(book);
    private final List<Finding> found = new ArrayList<>();
    private final CallRecord call =
            book.enter(new CallRecord.Call("CA1", "AC1", "+14155550100", "+15550199", "inbound"), new Told());

    @Test
    void aTransferWithAWrongCallSidIsToldToTheCallUnderWay() {
        call.became(CallStatus.IN_PROGRESS);
        refused.report(post("CA9.json", TRANSFER), RestError.notFound(CALLS + "CA9.json"));
        assertThat(found).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("transfer-refused");
            assertThat(finding.what()).contains("20404");
            assertThat(finding.cure()).contains("callSid");
        });
    }

    @Test
    void aTransferWithWrongCredentialsIsTold() {
        call.became(CallStatus.IN_PROGRESS);
        refused.report(post("CA1.json", TRANSFER), RestError.unauthorized("Authenticate"));
        assertThat(found).singleElement().satisfies(finding -> assertThat(finding.cure())
                .contains("TWILIO_AUTH_TOKEN"));
    }

    @Test
    void aTransferBeforeTheCallIsUpIsTold() {
        refused.report(post("CA1.json", TRANSFER), RestError.notInProgress());
        assertThat(found).singleElement().satisfies(finding -> assertThat(finding.what())
                .contains("21220"));
    }

    @Test
    void aHangUpIsNoTransfer() {
        call.became(CallStatus.IN_PROGRESS);
        refused.report(post("CA1.json", "Status=completed"), RestError.unauthorized("Authenticate"));
        assertThat(found).extracting(Finding::code).containsExactly("hang-up-refused");
    }

    @Test
    void aWishThatCrossesTheCallsEndIsNoFault() {
        call.became(CallStatus.COMPLETED);
        refused.report(post("CA1.json", TRANSFER), RestError.notInProgress());
        assertThat(found).isEmpty();
    }

    @Test
    void aQuestionIsNoWish() {
        refused.report(
                new RequestHandler.Request("GET", CALLS + "CA9.json", null, Map.of(), "", "127.0.0.1"),
                RestError.notFound(CALLS + "CA9.json"));
        assertThat(found).isEmpty();
    }

    private static RequestHandler.Request post(String call, String form) {
        return new RequestHandler.Request("POST", CALLS + call, null, Map.of(), form, "127.0.0.1");
    }

    private final class Told implements CallHandle {
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
            found.add(finding);
        }

        @Override
        public void faultBegan(String fault) {
            throw new AssertionError("no fault was dialled");
        }
    }
}
