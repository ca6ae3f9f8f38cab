package dev.sidetone.simulator.cli.option;

import dev.sidetone.simulator.WrongSetting;
import dev.sidetone.simulator.twilio.plan.MessageRules;
import picocli.CommandLine.Option;

/** The options about how strictly the server's messages are judged. */
public final class RuleOptions {
    @Option(names = "--lenient", description = "Accept messages of the server that Twilio would refuse.")
    private boolean lenient;

    @Option(
            names = "--strict-protocol",
            description =
                    "End the stream with 31924 for a message that breaks its protocol, the worse of the two things that Twilio documents.")
    private boolean strict;

    /** The rules that were chosen. */
    MessageRules rules() throws WrongSetting {
        if (lenient && strict) {
            throw new WrongSetting("--lenient and --strict-protocol exclude each other: leave one out");
        }
        return lenient ? MessageRules.LENIENT : strict ? MessageRules.STRICT : MessageRules.USUAL;
    }
}
