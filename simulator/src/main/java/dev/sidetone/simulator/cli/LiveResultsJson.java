package dev.sidetone.simulator.cli;

import dev.sidetone.simulator.CannotRun;
import dev.sidetone.simulator.SidetoneVersion;
import dev.sidetone.simulator.cli.option.ResultOptions;
import dev.sidetone.simulator.live.call.LiveCall;
import dev.sidetone.simulator.recording.ResultJson;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes the results of a live session as JSON, the calls in the order in which they began. Stateless. */
final class LiveResultsJson {
    private LiveResultsJson() {}

    /** Writes the results to the file of {@code --json}, if there is one. */
    static void write(ResultOptions options, List<LiveCallResult> calls) throws CannotRun {
        String all = calls.stream().map(call -> ResultJson.write(call.result())).collect(Collectors.joining(","));
        options.write("{\"sidetone\":\"" + SidetoneVersion.TEXT + "\",\"measured\":\"bridge\",\"calls\":[" + all
                + "],\"estimatedCost\":" + cost(calls) + "}");
    }

    /** The cost of all calls together, or null without rates. */
    static LiveCall.@Nullable Cost sum(List<LiveCallResult> calls) {
        double twilio = 0;
        double agent = 0;
        @Nullable String currency = null;
        for (LiveCallResult call : calls) {
            LiveCall.Cost cost = call.cost();
            if (cost != null) {
                twilio += cost.twilio();
                agent += cost.agent();
                currency = cost.currency();
            }
        }
        return currency == null ? null : new LiveCall.Cost(twilio, agent, currency);
    }

    private static String cost(List<LiveCallResult> calls) {
        LiveCall.Cost all = sum(calls);
        return all == null
                ? "null"
                : String.format(
                        Locale.ROOT,
                        "{\"twilio\":%.4f,\"agent\":%.4f,\"currency\":\"%s\"}",
                        all.twilio(),
                        all.agent(),
                        all.currency());
    }
}
