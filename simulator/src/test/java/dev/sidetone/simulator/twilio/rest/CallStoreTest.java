package dev.sidetone.simulator.twilio.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.simulator.findings.ConnectionCode;
import dev.sidetone.simulator.findings.Finding;
import dev.sidetone.simulator.findings.StreamCode;
import dev.sidetone.simulator.twilio.twiml.TwimlSource;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** What is remembered of calls, and how it is written. */
class CallStoreTest {
    private static final String SID = "CA00000000000000000000000000000001";
    private static final Finding REFUSED = ConnectionCode.HANDSHAKE_REFUSED.found("refused", "look");

    private final Clock clock = Clock.fixed(Instant.parse("2026-01-31T12:00:00.750Z"), ZoneOffset.UTC);
    private final CallStore book = new CallStore(clock, 3);

    @Test
    void theOldestOfTheEndedCallsAreForgottenAndRunningOnesNever() {
        CallRecord running = enter("CArunning");
        for (int i = 0; i < 10; i++) {
            enter("CA" + i).became(CallStatus.COMPLETED);
        }

        assertThat(book.newestFirst()).extracting(CallRecord::sid).containsExactly("CA9", "CA8", "CA7", "CArunning");
        assertThat(running.status()).isEqualTo(CallStatus.QUEUED);
    }

    @Test
    void aCallThatIsOverStaysAsItEnded() {
        CallRecord entry = enter(SID);
        entry.became(CallStatus.BUSY);
        entry.became(CallStatus.IN_PROGRESS);

        assertThat(entry.status()).isEqualTo(CallStatus.BUSY);
    }

    @Test
    void theRecordOfACallThatIsOverKeepsNothingOfTheCall() {
        CallRecord entry = enter(SID);
        entry.became(CallStatus.IN_PROGRESS);
        assertThat(entry.live()).isInstanceOf(Untouched.class);
        entry.became(CallStatus.COMPLETED);

        entry.live().hangUp("too late");
        assertThat(entry.live()).isNotInstanceOf(Untouched.class);
    }

    @Test
    void aCallDoesNotCollectAlertsWithoutEnd() {
        CallRecord entry = enter(SID);
        for (int i = 0; i < 1_000; i++) {
            entry.found(REFUSED);
        }

        assertThat(entry.alerts()).hasSize(CallRecord.MOST_ALERTS);
        assertThat(book.alerts().map(Alert::sid).distinct()).hasSize(CallRecord.MOST_ALERTS);
    }

    @Test
    void whatTwilioHasNoNumberForIsNoAlert() {
        CallRecord entry = enter(SID);
        entry.found(StreamCode.SILENT_AGENT.found("silent", "speak"));

        assertThat(entry.alerts()).isEmpty();
    }

    @Test
    void aCallIsWrittenInTwiliosTypesAndOrder() {
        CallRecord entry = enter(SID);
        entry.became(CallStatus.IN_PROGRESS);
        entry.became(CallStatus.COMPLETED);

        String json = RestJson.text(new CallJson(new NumberStore(clock)).write(entry));

        assertThat(json)
                .startsWith("{\"account_sid\":\"AC1\",\"annotation\":null,\"answered_by\":null,"
                        + "\"api_version\":\"2010-04-01\",\"caller_name\":null,"
                        + "\"date_created\":\"Sat, 31 Jan 2026 12:00:00 +0000\","
                        + "\"date_updated\":\"Sat, 31 Jan 2026 12:00:00 +0000\",\"direction\":\"inbound\","
                        + "\"duration\":\"0\",\"end_time\":\"Sat, 31 Jan 2026 12:00:00 +0000\","
                        + "\"forwarded_from\":null,\"from\":\"+14155550100\","
                        + "\"from_formatted\":\"(415) 555-0100\",\"group_sid\":null,\"parent_call_sid\":null,"
                        + "\"phone_number_sid\":null,\"price\":null,\"price_unit\":\"USD\",\"sid\":\"" + SID + "\","
                        + "\"start_time\":\"Sat, 31 Jan 2026 12:00:00 +0000\",\"status\":\"completed\","
                        + "\"subresource_uris\":{\"notifications\":\"/2010-04-01/Accounts/AC1/Calls/" + SID
                        + "/Notifications.json\",")
                .contains("\"feedback_summaries\":\"/2010-04-01/Accounts/AC1/Calls/FeedbackSummary.json\",")
                .contains("/UserDefinedMessageSubscriptions.json\",")
                .endsWith("\"to\":\"+15550199\",\"to_formatted\":\"+15550199\",\"trunk_sid\":null,"
                        + "\"uri\":\"/2010-04-01/Accounts/AC1/Calls/" + SID + ".json\",\"queue_time\":\"0\"}");
    }

    private CallRecord enter(String sid) {
        return book.enter(new CallRecord.Call(sid, "AC1", "+14155550100", "+15550199", "inbound"), new Untouched());
    }

    private static final class Untouched implements CallHandle {
        @Override
        public void redirect(TwimlSource next) {
            throw new AssertionError("nobody asked for it");
        }

        @Override
        public void hangUp(String why) {
            throw new AssertionError("nobody asked for it");
        }

        @Override
        public void found(Finding finding) {
            throw new AssertionError("nothing is wrong with it");
        }

        @Override
        public void faultBegan(String fault) {
            throw new AssertionError("no fault was dialled");
        }
    }
}
