package dev.sidetone.simulator.live.number;

import dev.sidetone.bridge.twilio.rest.TwilioAccount;
import dev.sidetone.bridge.twilio.rest.TwilioApi;
import dev.sidetone.simulator.line.net.TrustedCertificates;
import dev.sidetone.simulator.live.Cloud;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;

/** A process that borrows a number, prints it and waits to be killed. */
final class BorrowingProcess {
    private BorrowingProcess() {}

    /** Borrows.
     *
     * @param words API, authority's certificate, notes' folder, number's SID
     */
    public static void main(String[] words) throws Exception {
        TwilioAccount account = new TwilioAccount(
                Cloud.ACCOUNT_SID,
                Cloud.AUTH_TOKEN,
                URI.create(words[0]),
                TrustedCertificates.withAuthorities(Path.of(words[1])).context());
        NumberLoan loan =
                new NumberLoans(new TwilioApi(account), Path.of(words[2])).borrow(words[3], LoanFixture.ORIGIN);
        System.out.println("borrowed " + loan.number().number());
        InputStream end = System.in;
        while (end.read() >= 0) {
            // Until it is killed.
        }
    }
}
