package dev.sidetone.simulator.cli;

import dev.sidetone.simulator.CannotRun;
import dev.sidetone.simulator.SidetoneVersion;
import dev.sidetone.simulator.live.call.LiveCall;
import dev.sidetone.simulator.recording.ResultJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Where {@code --json} wants the results of live calls: {@code calls} as those of scenarios, in the order in which they began. */
final class LiveResultFile {
    private LiveResultFile() {}

    /** Writes to {@code file}, {@code -} being standard output and null nowhere. */
    static void write(@Nullable String file, List<LiveCallResult> calls) throws CannotRun {
        if (file == null) {
            return;
        }
        String all = calls.stream().map(call -> ResultJson.write(call.result())).collect(Collectors.joining(","));
        String json = "{\"sidetone\":\"" + SidetoneVersion.TEXT + "\",\"measured\":\"bridge\",\"calls\":[" + all
                + "],\"estimatedCost\":" + cost(calls) + "}";
        if (file.equals("-")) {
            System.out.println(json);
            return;
        }
        try {
            Files.writeString(Path.of(file), json + "\n");
        } catch (IOException e) {
            throw new CannotRun("the result cannot be written to " + file + ": " + e.getMessage(), e);
        }
    }

    /** What all of them cost together, or null without rates. */
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
