package dev.sidetone.simulator.live.number;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.sidetone.bridge.twilio.rest.TwilioAccount;
import dev.sidetone.bridge.twilio.rest.TwilioApi;
import dev.sidetone.bridge.twilio.rest.VoiceSetting;
import dev.sidetone.simulator.live.Cloud;
import dev.sidetone.simulator.live.number.RestoreResult.Outcome;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Whatever ends a process or its network, the number is put back: at once, a little later, or at the next start. */
@Timeout(240)
class LoanRecoveryTest {
    @TempDir
    private Path folder = Path.of("");

    private LoanFixture lender;

    @BeforeEach
    void open() throws Exception {
        lender = new LoanFixture(folder);
    }

    @AfterEach
    void close() throws Exception {
        lender.close();
    }

    @Test
    void aProcessThatIsKilledLeavesANoteAndTheNextStartPutsTheNumberBack() throws Exception {
        Map<String, String> before = lender.cloud.settings(Cloud.OWNED);
        String sid = lender.sid(Cloud.OWNED);
        Process killed = borrowElsewhere(sid);
        try (BufferedReader said = killed.inputReader()) {
            assertThat(said.readLine()).isEqualTo("borrowed " + Cloud.OWNED);
            assertThat(lender.cloud.settings(Cloud.OWNED)).containsEntry("VoiceUrl", LoanFixture.ORIGIN + "/voice");
            LoanRefused refused =
                    catchThrowableOfType(LoanRefused.class, () -> lender.loans().borrow(sid, "https://second.example"));
            assertThat(refused.what()).contains("another Sidetone", "process " + killed.pid());
            assertThat(lender.loans().recover())
                    .extracting(RestoreResult::outcome)
                    .containsExactly(Outcome.IN_USE);
        } finally {
            killed.destroyForcibly().waitFor();
        }
        assertThat(lender.cloud.settings(Cloud.OWNED)).containsEntry("VoiceUrl", LoanFixture.ORIGIN + "/voice");

        assertThat(lender.loans().recover()).singleElement().satisfies(back -> {
            assertThat(back.outcome()).isEqualTo(Outcome.RESTORED);
            assertThat(back.what()).contains(Cloud.OWNED + " is put back as it was", Cloud.OWNERS_VOICE_URL);
        });
        assertThat(lender.cloud.settings(Cloud.OWNED)).containsAllEntriesOf(before);
        assertThat(lender.noteFiles()).isEmpty();
        assertThat(lender.loans().recover()).isEmpty();
    }

    @Test
    void withoutANetworkTheNoteStaysAndTellsWhatToSetByHand() throws Exception {
        NumberLoan loan = lender.loans().borrow(lender.sid(Cloud.OWNED), LoanFixture.ORIGIN);
        lender.cloud.restTunnel().unplug();

        RestoreResult back = loan.restore();

        assertThat(back.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(back.isPending()).isTrue();
        assertThat(back.what()).contains(Cloud.OWNED + " is not put back", "localhost cannot be reached");
        assertThat(back.cure())
                .contains("voice URL: " + Cloud.OWNERS_VOICE_URL, "voice method: GET")
                .contains("status callback: https://owner.example/status")
                .contains(lender.noteFiles().get(0).toString());
        assertThat(lender.pausesNs).containsExactly(1_000_000_000L, 3_000_000_000L);
        loan.close();

        lender.cloud.restTunnel().plugIn();
        assertThat(lender.loans().recover()).extracting(RestoreResult::outcome).containsExactly(Outcome.RESTORED);
        assertThat(lender.cloud.settings(Cloud.OWNED)).containsEntry("VoiceUrl", Cloud.OWNERS_VOICE_URL);
    }

    @Test
    void aNetworkThatComesBackInTimeIsEnough() throws Exception {
        NumberLoan loan = lender.loans().borrow(lender.sid(Cloud.OWNED), LoanFixture.ORIGIN);
        lender.cloud.restTunnel().unplug();
        lender.inPause = this::plugIn;

        assertThat(loan.restore().outcome()).isEqualTo(Outcome.RESTORED);

        assertThat(lender.pausesNs).hasSize(1);
        assertThat(lender.cloud.settings(Cloud.OWNED)).containsEntry("VoiceUrl", Cloud.OWNERS_VOICE_URL);
    }

    @Test
    void anOldNoteIsSettledBeforeItsNumberIsBorrowedAgain() throws Exception {
        crashWith(Cloud.OWNED, LoanFixture.ORIGIN);

        NumberLoan again = lender.loans().borrow(lender.sid(Cloud.OWNED), "https://later.example");

        assertThat(again.number().settings().get(VoiceSetting.VOICE_URL)).isEqualTo(Cloud.OWNERS_VOICE_URL);
        assertThat(again.restore().outcome()).isEqualTo(Outcome.RESTORED);
        assertThat(lender.cloud.settings(Cloud.OWNED)).containsEntry("VoiceUrl", Cloud.OWNERS_VOICE_URL);
    }

    @Test
    void aCrashBeforeTheChangeLeavesNothingToDo() throws Exception {
        var now = lender.number(Cloud.OWNED);
        new LoanNoteStore(lender.notes)
                .write(new LoanNote(
                        Cloud.ACCOUNT_SID,
                        now,
                        LoanSettings.borrowed(now.settings(), LoanFixture.ORIGIN),
                        LoanFixture.NOON.instant()));

        assertThat(lender.loans().recover()).extracting(RestoreResult::outcome).containsExactly(Outcome.UNCHANGED);

        assertThat(lender.writes()).isEmpty();
        assertThat(lender.noteFiles()).isEmpty();
    }

    @Test
    void aNumberThatWasSetUpAnewAfterTheCrashIsLeftAlone() throws Exception {
        crashWith(Cloud.OWNED, LoanFixture.ORIGIN);
        var now = lender.number(Cloud.OWNED);
        lender.api.numbers().write(now, now.settings().with(VoiceSetting.TRUNK, "TK00000000000000000000000000000001"));

        assertThat(lender.loans().recover()).extracting(RestoreResult::outcome).containsExactly(Outcome.LEFT_ALONE);

        assertThat(lender.cloud.settings(Cloud.OWNED)).containsEntry("TrunkSid", "TK00000000000000000000000000000001");
        assertThat(lender.noteFiles()).isEmpty();
    }

    @Test
    void aNoteOfAnotherAccountIsKeptAndNamed() throws Exception {
        crashWith(Cloud.OWNED, LoanFixture.ORIGIN);
        TwilioAccount other = new TwilioAccount("AC00000000000000000000000000000009", "x", lender.cloud.api());

        try (TwilioApi api = new TwilioApi(other)) {
            assertThat(new NumberLoans(api, lender.notes).recover())
                    .singleElement()
                    .satisfies(back -> {
                        assertThat(back.isPending()).isTrue();
                        assertThat(back.what()).contains(Cloud.OWNED, Cloud.ACCOUNT_SID, "another account");
                    });
        }
        assertThat(lender.noteFiles()).hasSize(1);
    }

    @Test
    void aNoteThatCannotBeReadIsNamedAndNeverGuessedAt() throws Exception {
        Path note = crashWith(Cloud.OWNED, LoanFixture.ORIGIN);
        String whole = Files.readString(note);
        Files.writeString(note, whole.replace("\"VoiceMethod\"", "\"Method\""));

        assertThat(lender.loans().recover()).singleElement().satisfies(back -> {
            assertThat(back.isPending()).isTrue();
            assertThat(back.what()).contains(note.toString(), "it lacks VoiceMethod");
        });
        LoanRefused refused = catchThrowableOfType(
                LoanRefused.class, () -> lender.loans().borrow(lender.sid(Cloud.OWNED), LoanFixture.ORIGIN));
        assertThat(refused.what()).contains("not touched");
    }

    /** A number is set and its note is there, as after a crash. */
    private Path crashWith(String number, String origin) throws Exception {
        var now = lender.number(number);
        LoanNote note = new LoanNote(
                Cloud.ACCOUNT_SID, now, LoanSettings.borrowed(now.settings(), origin), LoanFixture.NOON.instant());
        LoanNoteStore shelf = new LoanNoteStore(lender.notes);
        shelf.write(note);
        lender.api.numbers().write(now, note.ours());
        return shelf.path(note);
    }

    private Process borrowElsewhere(String sid) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        BorrowingProcess.class.getName(),
                        lender.cloud.api().toString(),
                        lender.cloud.authority().toString(),
                        lender.notes.toString(),
                        sid)
                .redirectError(folder.resolve("borrower.log").toFile())
                .start();
    }

    private void plugIn() {
        try {
            lender.cloud.restTunnel().plugIn();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
