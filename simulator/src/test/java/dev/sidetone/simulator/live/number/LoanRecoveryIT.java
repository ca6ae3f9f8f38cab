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
class LoanRecoveryIT {
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
    void aProcessThatIsKilledLeavesANoteAndTheNextStartPutsTheNumberBack() throws Exception {
        Map<String, String> before = loans.cloud.settings(Cloud.OWNED);
        String sid = loans.sid(Cloud.OWNED);
        Process killed = borrowElsewhere(sid);
        try (BufferedReader said = killed.inputReader()) {
            assertThat(said.readLine()).as(() -> contents(log())).isEqualTo("borrowed " + Cloud.OWNED);
            assertThat(loans.cloud.settings(Cloud.OWNED)).containsEntry("VoiceUrl", LoanFixture.ORIGIN + "/voice");
            LoanRefused refused =
                    catchThrowableOfType(LoanRefused.class, () -> loans.start().borrow(sid, "https://second.example"));
            assertThat(refused.what()).contains("another Sidetone", "process " + killed.pid());
            assertThat(loans.start().restoreEarlier())
                    .extracting(RestoreResult::outcome)
                    .containsExactly(Outcome.IN_USE);
        } finally {
            killed.destroyForcibly().waitFor();
        }
        assertThat(loans.cloud.settings(Cloud.OWNED)).containsEntry("VoiceUrl", LoanFixture.ORIGIN + "/voice");

        assertThat(loans.start().restoreEarlier()).singleElement().satisfies(result -> {
            assertThat(result.outcome()).isEqualTo(Outcome.RESTORED);
            assertThat(result.what()).contains(Cloud.OWNED + " is put back as it was", Cloud.OWNERS_VOICE_URL);
        });
        assertThat(loans.cloud.settings(Cloud.OWNED)).containsAllEntriesOf(before);
        assertThat(loans.noteFiles()).isEmpty();
        assertThat(loans.start().restoreEarlier()).isEmpty();
    }

    @Test
    void withoutANetworkTheNoteStaysAndTellsWhatToSetByHand() throws Exception {
        NumberLoan loan = loans.start().borrow(loans.sid(Cloud.OWNED), LoanFixture.ORIGIN);
        loans.cloud.restTunnel().unplug();

        RestoreResult result = loan.restore();

        assertThat(result.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(result.isPending()).isTrue();
        assertThat(result.what()).contains(Cloud.OWNED + " is not put back", "localhost cannot be reached");
        assertThat(result.cure())
                .contains("voice URL: " + Cloud.OWNERS_VOICE_URL, "voice method: GET")
                .contains("status callback: https://owner.example/status")
                .contains(loans.noteFiles().get(0).toString());
        assertThat(loans.pausesNs).containsExactly(1_000_000_000L, 3_000_000_000L);
        loan.close();

        loans.cloud.restTunnel().plugIn();
        assertThat(loans.start().restoreEarlier())
                .extracting(RestoreResult::outcome)
                .containsExactly(Outcome.RESTORED);
        assertThat(loans.cloud.settings(Cloud.OWNED)).containsEntry("VoiceUrl", Cloud.OWNERS_VOICE_URL);
    }

    @Test
    void aNetworkThatComesBackInTimeIsEnough() throws Exception {
        NumberLoan loan = loans.start().borrow(loans.sid(Cloud.OWNED), LoanFixture.ORIGIN);
        loans.cloud.restTunnel().unplug();
        loans.inPause = this::plugIn;

        RestoreResult result = loan.restore();
        assertThat(result.outcome()).as(result.what()).isEqualTo(Outcome.RESTORED);

        assertThat(loans.pausesNs).hasSize(1);
        assertThat(loans.cloud.settings(Cloud.OWNED)).containsEntry("VoiceUrl", Cloud.OWNERS_VOICE_URL);
    }

    @Test
    void aHurryMakesThePresentAttemptTheLast() throws Exception {
        NumberLoans started = loans.start();
        NumberLoan loan = started.borrow(loans.sid(Cloud.OWNED), LoanFixture.ORIGIN);
        loans.cloud.restTunnel().unplug();
        loans.inPause = started::hurry;

        assertThat(loan.restore().isPending()).isTrue();
        assertThat(loan.restore().isPending()).isTrue();

        assertThat(loans.pausesNs).as("one pause before the hurry").hasSize(1);
        loan.close();
    }

    @Test
    void anOldNoteIsSettledBeforeItsNumberIsBorrowedAgain() throws Exception {
        crashWith(Cloud.OWNED, LoanFixture.ORIGIN);

        NumberLoan again = loans.start().borrow(loans.sid(Cloud.OWNED), "https://later.example");

        assertThat(again.number().settings().get(VoiceSetting.VOICE_URL)).isEqualTo(Cloud.OWNERS_VOICE_URL);
        assertThat(again.restore().outcome()).isEqualTo(Outcome.RESTORED);
        assertThat(loans.cloud.settings(Cloud.OWNED)).containsEntry("VoiceUrl", Cloud.OWNERS_VOICE_URL);
    }

    @Test
    void aCrashBeforeTheChangeLeavesNothingToDo() throws Exception {
        var now = loans.number(Cloud.OWNED);
        new LoanNoteStore(loans.notes)
                .write(new LoanNote(
                        Cloud.ACCOUNT_SID,
                        now,
                        LoanSettings.borrowed(now.settings(), LoanFixture.ORIGIN),
                        LoanFixture.NOON.instant()));

        assertThat(loans.start().restoreEarlier())
                .extracting(RestoreResult::outcome)
                .containsExactly(Outcome.UNCHANGED);

        assertThat(loans.writes()).isEmpty();
        assertThat(loans.noteFiles()).isEmpty();
    }

    @Test
    void aNumberThatWasSetUpAnewAfterTheCrashIsLeftAlone() throws Exception {
        crashWith(Cloud.OWNED, LoanFixture.ORIGIN);
        var now = loans.number(Cloud.OWNED);
        loans.api.numbers().write(now, now.settings().with(VoiceSetting.TRUNK, "TK00000000000000000000000000000001"));

        assertThat(loans.start().restoreEarlier())
                .extracting(RestoreResult::outcome)
                .containsExactly(Outcome.LEFT_ALONE);

        assertThat(loans.cloud.settings(Cloud.OWNED)).containsEntry("TrunkSid", "TK00000000000000000000000000000001");
        assertThat(loans.noteFiles()).isEmpty();
    }

    @Test
    void aNoteOfAnotherAccountIsKeptAndNamed() throws Exception {
        crashWith(Cloud.OWNED, LoanFixture.ORIGIN);
        TwilioAccount other = new TwilioAccount("AC00000000000000000000000000000009", "x", loans.cloud.api());

        try (TwilioApi api = new TwilioApi(other)) {
            assertThat(new NumberLoans(api, loans.notes).restoreEarlier())
                    .singleElement()
                    .satisfies(result -> {
                        assertThat(result.isPending()).isTrue();
                        assertThat(result.what()).contains(Cloud.OWNED, Cloud.ACCOUNT_SID, "another account");
                    });
        }
        assertThat(loans.noteFiles()).hasSize(1);
    }

    @Test
    void aNoteThatCannotBeReadIsNamedAndNeverGuessedAt() throws Exception {
        Path note = crashWith(Cloud.OWNED, LoanFixture.ORIGIN);
        String whole = Files.readString(note);
        Files.writeString(note, whole.replace("\"VoiceMethod\"", "\"Method\""));

        assertThat(loans.start().restoreEarlier()).singleElement().satisfies(result -> {
            assertThat(result.isPending()).isTrue();
            assertThat(result.what()).contains(note.toString(), "it lacks VoiceMethod");
        });
        LoanRefused refused = catchThrowableOfType(
                LoanRefused.class, () -> loans.start().borrow(loans.sid(Cloud.OWNED), LoanFixture.ORIGIN));
        assertThat(refused.what()).contains("not touched");
    }

    /** A number is set and its note is there, as after a crash. */
    private Path crashWith(String number, String origin) throws Exception {
        var now = loans.number(number);
        LoanNote note = new LoanNote(
                Cloud.ACCOUNT_SID, now, LoanSettings.borrowed(now.settings(), origin), LoanFixture.NOON.instant());
        LoanNoteStore shelf = new LoanNoteStore(loans.notes);
        shelf.write(note);
        loans.api.numbers().write(now, note.ours());
        return shelf.path(note);
    }

    private static String contents(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path log() {
        return folder.resolve("borrower.log");
    }

    private Process borrowElsewhere(String sid) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Dsidetone.patience=20",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        BorrowingProcess.class.getName(),
                        loans.cloud.api().toString(),
                        loans.cloud.authority().toString(),
                        loans.notes.toString(),
                        sid)
                .redirectError(log().toFile())
                .start();
    }

    private void plugIn() {
        try {
            loans.cloud.restTunnel().plugIn();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
