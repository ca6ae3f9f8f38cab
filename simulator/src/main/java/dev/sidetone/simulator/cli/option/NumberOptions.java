package dev.sidetone.simulator.cli.option;

import dev.sidetone.simulator.rig.CallDescription;
import dev.sidetone.simulator.twilio.plan.CallPlan;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options about who calls whom, what else the webhook is sent, and what signs it. */
public final class NumberOptions {
    @Option(
            names = "--from",
            paramLabel = "NUMBER",
            description = "The caller's number (default " + CallPlan.DEFAULT_FROM + ").")
    private @Nullable String from;

    @Option(
            names = "--number",
            paramLabel = "NUMBER",
            description = "The number dialled (default " + CallPlan.DEFAULT_NUMBER + ").")
    private @Nullable String number;

    @Option(
            names = "--param",
            paramLabel = "NAME=VALUE",
            description = "A further form field of the webhook; repeatable.")
    private Map<String, String> parameters = new LinkedHashMap<>();

    @Option(
            names = "--auth-token-env",
            paramLabel = "NAME",
            description = "The setting that holds the token that signs (default ${DEFAULT-VALUE}).",
            defaultValue = CallDescription.AUTH_TOKEN)
    private String authTokenEnv = "";

    /** The caller's number: as typed, else {@code otherwise}, else the usual one. */
    String from(@Nullable String otherwise) {
        return first(from, otherwise, CallPlan.DEFAULT_FROM);
    }

    /** The number dialled: as typed, else {@code otherwise}, else the usual one. */
    String number(@Nullable String otherwise) {
        return first(number, otherwise, CallPlan.DEFAULT_NUMBER);
    }

    /** The form fields: those of {@code others}, with what was typed in their place or besides. */
    Map<String, String> parameters(Map<String, String> others) {
        Map<String, String> all = new LinkedHashMap<>(others);
        all.putAll(parameters);
        return all;
    }

    /** The name of the setting that holds the token. */
    String authTokenEnv() {
        return authTokenEnv;
    }

    private static String first(@Nullable String typed, @Nullable String otherwise, String usual) {
        return typed != null ? typed : otherwise != null ? otherwise : usual;
    }
}
