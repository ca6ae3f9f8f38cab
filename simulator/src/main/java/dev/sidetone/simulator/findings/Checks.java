package dev.sidetone.simulator.findings;

import dev.sidetone.simulator.timeline.CallFold;
import dev.sidetone.simulator.timeline.Fact;
import dev.sidetone.simulator.timeline.MeasuredAt;
import dev.sidetone.simulator.timeline.TimelineObserver;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/** The checks of one call, as the registry of {@link FindingCode} lists them. Made anew for each call: checks keep what they have seen. */
public final class Checks implements TimelineObserver.Factory {
    private final List<Check> checks;

    Checks(List<Check> checks) {
        this.checks = List.copyOf(checks);
    }

    @Override
    public TimelineObserver observe(CallFold fold, Consumer<Fact> facts) {
        return new RunningChecks(checks, fold, facts);
    }

    /** The checks of a simulated call, which know Sidetone's own voices. */
    public static Checks forOneCall() {
        return forOneCall(KnownSounds.voices());
    }

    /**
     * The same for an agent whose sentences are known too.
     *
     * @param known every sound that is recognised when it is heard
     */
    public static Checks forOneCall(KnownSounds known) {
        return new Checks(made(MeasuredAt.EAR, known));
    }

    /**
     * The checks of a call that is measured at the bridge: of what the bridge itself sees. What is judged by Twilio's end of the line (a
     * slow webhook, a stream that never came, a server that reads no more) or by a playout that is only worked out (holes in a word) is
     * left out.
     */
    public static Checks forLiveCall() {
        return new Checks(made(MeasuredAt.BRIDGE, KnownSounds.voices()));
    }

    /** The checks of a recording of both voices: of what can be heard in it. */
    public static Checks forARecording() {
        return new Checks(made(MeasuredAt.RECORDING, KnownSounds.voices()));
    }

    /** Whether checks, and not whoever saw the call, found {@code found}: they find it again in its recording. */
    public static boolean haveFound(Fact.Found found) {
        Boolean byCheck = found.byCheck();
        if (byCheck != null) {
            return byCheck;
        }
        return FindingCode.all().stream()
                .map(FindingCode::entry)
                .anyMatch(entry -> entry.check() != null && entry.code().equals(found.code()));
    }

    private static List<Check> made(MeasuredAt place, KnownSounds known) {
        List<Check> checks = new ArrayList<>();
        for (FindingCode code : FindingCode.all()) {
            Function<KnownSounds, Check> check = code.entry().check();
            if (check != null && code.entry().judged().contains(place)) {
                checks.add(check.apply(known));
            }
        }
        return checks;
    }
}
