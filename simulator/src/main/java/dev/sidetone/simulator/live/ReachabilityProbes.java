package dev.sidetone.simulator.live;

import dev.sidetone.bridge.twilio.rest.TwilioApi;
import dev.sidetone.bridge.twilio.rest.TwilioApiException;
import dev.sidetone.bridge.twilio.rest.VoiceNumber;
import dev.sidetone.simulator.live.address.AddressCheck;
import dev.sidetone.simulator.live.number.NumberLoan;
import dev.sidetone.simulator.phone.PhoneState.Trouble;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The probes of a {@link ReachabilityMonitor} for one session: its public address, its number, and Twilio's alerts. */
final class ReachabilityProbes {
    private static final Logger LOG = LoggerFactory.getLogger(ReachabilityProbes.class);

    private final TwilioApi api;
    private final NumberLoan loan;
    private final LostCalls lost;
    private final String origin;
    private final Instant since;
    private final Supplier<AddressCheck.Report> address;
    private @Nullable Trouble ofNumber;

    /**
     * The probes for one session.
     *
     * @param origin the public origin of the bridge
     * @param since the time from which alerts count
     * @param address checks the public address
     */
    ReachabilityProbes(
            TwilioApi api,
            NumberLoan loan,
            LostCalls lost,
            String origin,
            Instant since,
            Supplier<AddressCheck.Report> address) {
        this.api = api;
        this.loan = loan;
        this.lost = lost;
        this.origin = origin;
        this.since = since;
        this.address = address;
    }

    List<ReachabilityMonitor.Probe> all() {
        return List.of(this::address, this::number, this::alerts);
    }

    private @Nullable Trouble address() {
        AddressCheck.Report report = address.get();
        return report.good() ? null : TroubleText.unreached(report.what(), report.cure());
    }

    private @Nullable Trouble number() {
        try {
            VoiceNumber now = api.numbers().read(loan.number().sid());
            String elsewhere = loan.elsewhere(now);
            ofNumber = elsewhere.isEmpty() ? null : TroubleText.changed(now.number(), elsewhere);
        } catch (TwilioApiException trouble) {
            // While Twilio does not answer, the number counts as it was read last; leaving reports what it cannot put
            // back.
            ofNumber = trouble.isTransient() ? ofNumber : TroubleText.of(trouble);
        }
        return ofNumber;
    }

    /** Finds lost calls, each of which is reported by itself. */
    private @Nullable Trouble alerts() {
        try {
            api.alerts().at(origin, since).forEach(lost::alert);
        } catch (TwilioApiException trouble) {
            LOG.debug("Twilio's alerts could not be read: {}", trouble.what());
        }
        return null;
    }
}
