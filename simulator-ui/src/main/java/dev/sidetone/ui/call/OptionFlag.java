package dev.sidetone.ui.call;

/** The options of a call that are on or off, each under the name that it has on the command line. */
public enum OptionFlag {
    PROBE_SIGNATURE(
            "--probe-signature",
            "Probe signatures first",
            "First send the webhook an unsigned and a wrongly signed request: it should refuse both."),
    SPEAK_EARLY(
            "--speak-early", "Speak early", "Let a caller who is not a person speak before a two-way stream is open."),
    LENIENT("--lenient", "Lenient", "Accept messages of the server that Twilio would refuse."),
    STRICT(
            "--strict-protocol",
            "Strict protocol",
            "End the stream with 31924 for a message that breaks its protocol, the worse of the two things that Twilio documents.");

    private final String option;
    private final String title;
    private final String help;

    OptionFlag(String option, String title, String help) {
        this.option = option;
        this.title = title;
        this.help = help;
    }

    String option() {
        return option;
    }

    String title() {
        return title;
    }

    String help() {
        return help;
    }

    /** The id of its node, as in {@code option-lenient}. */
    public String id() {
        return "option-" + option.substring(2);
    }
}
