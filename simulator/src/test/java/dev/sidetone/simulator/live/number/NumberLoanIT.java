package dev.sidetone.simulator.live.number;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.sidetone.bridge.socket.RequestHandler;
import dev.sidetone.bridge.twilio.rest.VoiceSetting;
import dev.sidetone.simulator.live.Cloud;
import dev.sidetone.simulator.live.number.RestoreResult.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Numbers are borrowed and put back by Twilio's own SDK, over TLS with a private authority. */
// Over 300 lines because every setting of a number has its own way back.
@Timeout(240)
class NumberLoanIT {
    @TempDir
    private Path folder = Path.of("");

    private LoanFixture loans;

    @BeforeEach
    void open() throws Exception {
        loans = new LoanFixture(folder);
    }

    @AfterEach
    void close() throws Exception {
        loans.close();
    }

    @Test
    void whatALoanChangesIsShownBeforeAnythingIsChanged() throws Exception {
        assertThat(NumberLoans.changes(loans.number(Cloud.OWNED), LoanFixture.ORIGIN))
                .containsExactly(
                        new NumberChange("voice URL", Cloud.OWNERS_VOICE_URL, "https://bridge.example/voice"),
                        new NumberChange("voice method", "GET", "POST"),
                        new NumberChange("voice fallback URL", "https://owner.example/fallback", ""),
                        new NumberChange(
                                "status callback",
                                "https://owner.example/status",
                                "https://bridge.example/call-status"),
                        new NumberChange("status callback method", "GET", "POST"));
        assertThat(NumberLoans.changes(loans.number(Cloud.TRUNKED), LoanFixture.ORIGIN))
                .contains(new NumberChange("SIP trunk", "TK0c10d0c10d0c10d0c10d0c10d0c10d00", ""));
        assertThat(loans.writes()).isEmpty();
    }

    @Test
    void passwordsInUrlsAreNotShown() throws Exception {
        var secret = loans.number(Cloud.FRESH)
                .settings()
                .with(VoiceSetting.VOICE_URL, "https://me:secret@owner.example/voice");
        loans.api.numbers().write(loans.number(Cloud.FRESH), secret);

        assertThat(NumberLoans.changes(loans.number(Cloud.FRESH), LoanFixture.ORIGIN))
                .first()
                .extracting(NumberChange::before)
                .isEqualTo("https://owner.example/voice");
    }

    @Test
    void aNumberIsPutBackLetterByLetterAndNoOtherIsTouched() throws Exception {
        for (String number : List.of(Cloud.OWNED, Cloud.FRESH, Cloud.TRUNKED, Cloud.APPLICATION)) {
            String sid = loans.sid(number);
            int written = loans.writes().size();
            Map<String, String> before = set(number);

            NumberLoan loan = loans.start().borrow(sid, LoanFixture.ORIGIN);

            assertThat(set(number))
                    .containsEntry("VoiceUrl", "https://bridge.example/voice")
                    .containsEntry("StatusCallback", "https://bridge.example/call-status")
                    .doesNotContainKeys("VoiceMethod", "StatusCallbackMethod")
                    .doesNotContainKeys("VoiceFallbackUrl", "TrunkSid", "VoiceApplicationSid");
            assertThat(loan.restore().outcome()).as(number).isEqualTo(Outcome.RESTORED);
            assertThat(set(number)).isEqualTo(before);
            assertThat(loans.writes().subList(written, loans.writes().size()))
                    .hasSize(2)
                    .allSatisfy(write -> assertThat(write)
                            .contains(sid)
                            .doesNotContain("Sms")
                            .doesNotContain("FriendlyName"));
            loan.close();
            assertThat(loans.noteFiles()).isEmpty();
        }
    }

    @Test
    void theNoteIsOnTheDiskBeforeTwilioIsAskedToChangeAnything() throws Exception {
        List<Integer> notesAtWrite = new CopyOnWriteArrayList<>();
        loans.cloud.watchRest(method -> {
            if (method.equals("POST")) {
                notesAtWrite.add(notes());
            }
        });

        NumberLoan loan = loans.start().borrow(loans.sid(Cloud.OWNED), LoanFixture.ORIGIN);

        assertThat(notesAtWrite).containsExactly(1);
        Path note = loans.noteFiles().get(0);
        assertThat(Files.readString(note))
                .contains(Cloud.OWNERS_VOICE_URL, Cloud.ACCOUNT_SID)
                .doesNotContain(Cloud.AUTH_TOKEN);
        if (note.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(note)))
                    .isEqualTo("rw-------");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(loans.notes)))
                    .isEqualTo("rwx------");
        }
        loan.close();
    }

    @Test
    void aNumberThatItsOwnerSetUpAnewIsLeftAlone() throws Exception {
        NumberLoan loan = loans.start().borrow(loans.sid(Cloud.OWNED), LoanFixture.ORIGIN);
        write(Cloud.OWNED, VoiceSetting.VOICE_URL, "https://new.example/voice");

        RestoreResult result = loan.restore();

        assertThat(result.outcome()).isEqualTo(Outcome.LEFT_ALONE);
        assertThat(result.what()).contains(Cloud.OWNED, "https://new.example/voice", "left as it is");
        assertThat(result.cure()).contains(Cloud.OWNERS_VOICE_URL);
        assertThat(loans.cloud.settings(Cloud.OWNED)).containsEntry("VoiceUrl", "https://new.example/voice");
        assertThat(loans.noteFiles()).isEmpty();
    }

    @Test
    void whatItsOwnerChangedBesidesIsKept() throws Exception {
        NumberLoan loan = loans.start().borrow(loans.sid(Cloud.OWNED), LoanFixture.ORIGIN);
        write(Cloud.OWNED, VoiceSetting.STATUS_CALLBACK, "https://new.example/status");

        assertThat(loan.restore().outcome()).isEqualTo(Outcome.RESTORED);

        assertThat(loans.cloud.settings(Cloud.OWNED))
                .containsEntry("VoiceUrl", Cloud.OWNERS_VOICE_URL)
                .containsEntry("VoiceFallbackUrl", "https://owner.example/fallback")
                .containsEntry("StatusCallback", "https://new.example/status");
    }

    @Test
    void whatIsStillOursGoesBackAlsoWhereItsOwnerHasSetTheVoiceUrlAnew() throws Exception {
        NumberLoan loan = loans.start().borrow(loans.sid(Cloud.OWNED), LoanFixture.ORIGIN);
        write(Cloud.OWNED, VoiceSetting.VOICE_URL, "https://new.example/voice");

        RestoreResult result = loan.restore();

        assertThat(loans.cloud.settings(Cloud.OWNED))
                .containsEntry("VoiceUrl", "https://new.example/voice")
                .containsEntry("VoiceMethod", "POST")
                .containsEntry("VoiceFallbackUrl", "https://owner.example/fallback")
                .containsEntry("StatusCallback", "https://owner.example/status")
                .containsEntry("StatusCallbackMethod", "GET");
        assertThat(result.what())
                .contains("put back: voice fallback URL: https://owner.example/fallback, status callback:");
    }

    @Test
    void theOutcomeIsReadFromTheNumberAndNotFromTheNote() throws Exception {
        NumberLoan loan = loans.start().borrow(loans.sid(Cloud.OWNED), LoanFixture.ORIGIN);
        write(Cloud.OWNED, VoiceSetting.STATUS_CALLBACK, "https://new.example/status");

        assertThat(loan.restore().what())
                .contains("left as it is: status callback: https://new.example/status")
                .doesNotContain("https://owner.example/status");
    }

    @Test
    void aTrunkDoesNotComeBackOverAVoiceUrlThatItsOwnerHasSet() throws Exception {
        NumberLoan loan = loans.start().borrow(loans.sid(Cloud.TRUNKED), LoanFixture.ORIGIN);
        write(Cloud.TRUNKED, VoiceSetting.VOICE_URL, "https://new.example/voice");

        RestoreResult result = loan.restore();

        assertThat(set(Cloud.TRUNKED))
                .doesNotContainKey("TrunkSid")
                .containsEntry("VoiceUrl", "https://new.example/voice");
        assertThat(result.cure()).contains("SIP trunk: TK0c10d0c10d0c10d0c10d0c10d0c10d00");
    }

    @Test
    void addressesThatLookLikeAnotherSidetonesAreShownAndClearedIfAPersonSaysSo() throws Exception {
        String dead = "https://dead.trycloudflare.com";
        write(Cloud.FRESH, VoiceSetting.VOICE_URL, dead + "/voice");
        assertThat(SelectableNumber.free(loans.number(Cloud.FRESH), LoanFixture.ORIGIN)
                        .leftover())
                .isEmpty();
        write(Cloud.FRESH, VoiceSetting.STATUS_CALLBACK, dead + "/call-status");
        assertThat(SelectableNumber.free(loans.number(Cloud.FRESH), LoanFixture.ORIGIN)
                        .leftover())
                .isEqualTo(dead + "/voice");
        String sid = loans.sid(Cloud.FRESH);

        loans.start().borrow(sid, LoanFixture.ORIGIN, Leftover.KEEP).close();
        assertThat(set(Cloud.FRESH)).containsEntry("VoiceUrl", dead + "/voice");

        assertThat(loans.start()
                        .borrow(sid, LoanFixture.ORIGIN, Leftover.CLEAR)
                        .restore()
                        .what())
                .contains("voice URL: (nothing), status callback: (nothing)");
        assertThat(set(Cloud.FRESH)).doesNotContainKeys("VoiceUrl", "StatusCallback");
    }

    @Test
    void aSecondLoanOfANumberIsRefusedAndNamesTheFirst() throws Exception {
        String sid = loans.sid(Cloud.FRESH);
        try (NumberLoan first = loans.start().borrow(sid, LoanFixture.ORIGIN)) {
            LoanRefused refused = refused(sid, "https://second.example");

            assertThat(refused.what())
                    .contains(
                            "another Sidetone",
                            "process " + ProcessHandle.current().pid());
            assertThat(refused.cure()).contains("Release the number there");
            assertThat(loans.cloud.settings(Cloud.FRESH)).containsEntry("VoiceUrl", LoanFixture.ORIGIN + "/voice");
            assertThat(loans.start().restoreEarlier()).singleElement().satisfies(result -> assertThat(result.outcome())
                    .isEqualTo(Outcome.IN_USE));
            assertThat(first.restore().outcome()).isEqualTo(Outcome.RESTORED);
        }
        loans.start().borrow(sid, "https://second.example").close();
    }

    @Test
    void aNumberThatTwilioDoesNotChangeIsNotBorrowed() throws Exception {
        String sid = loans.sid(Cloud.OWNED);
        Map<String, String> before = set(Cloud.OWNED);
        loans.cloud.watchRest(
                method -> loans.cloud.answerRest(method.equals("POST") ? refusal(401, 20003, "Authenticate") : null));

        LoanRefused refused = refused(sid, LoanFixture.ORIGIN);

        assertThat(refused.what())
                .contains("Twilio did not set up the number " + Cloud.OWNED, "Authenticate (20003)", "is as it was");
        assertThat(set(Cloud.OWNED)).isEqualTo(before);
        assertThat(loans.noteFiles()).isEmpty();
    }

    @Test
    void aNumberThatIsNotThereIsNotBorrowed() {
        assertThat(refused("PN00000000000000000000000000000000", LoanFixture.ORIGIN)
                        .what())
                .contains("20404");
        assertThat(refused("../escape", LoanFixture.ORIGIN).what()).contains("no number's SID");
        assertThat(loans.writes()).isEmpty();
    }

    @Test
    void withoutADiskNothingIsTouched() throws Exception {
        Files.createDirectories(loans.notes.resolve(".."));
        Files.writeString(loans.notes, "a file where the folder should be");

        assertThat(refused(loans.sid(Cloud.FRESH), LoanFixture.ORIGIN).what()).contains("not touched");
        assertThat(loans.writes()).isEmpty();
    }

    private int notes() {
        try {
            return loans.noteFiles().size();
        } catch (IOException e) {
            return -1;
        }
    }

    private LoanRefused refused(String sid, String origin) {
        LoanRefused refused =
                catchThrowableOfType(LoanRefused.class, () -> loans.start().borrow(sid, origin));
        assertThat(refused).isNotNull();
        return refused;
    }

    private void write(String number, VoiceSetting setting, String value) throws Exception {
        var now = loans.number(number);
        loans.api.numbers().write(now, now.settings().with(setting, value));
    }

    private static RequestHandler.Response refusal(int status, int code, String message) {
        return new RequestHandler.Response(
                status,
                "application/json",
                "{\"code\":" + code + ",\"message\":\"" + message + "\",\"status\":" + status + "}");
    }

    /** What is set, without what is set to nothing or to what it is anyway. */
    private Map<String, String> set(String number) {
        Map<String, String> set = new TreeMap<>(loans.cloud.settings(number));
        set.values().removeIf(value -> value.isEmpty() || value.equals("POST"));
        return set;
    }
}
