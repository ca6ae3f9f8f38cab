package dev.sidetone.ui.app;

import dev.sidetone.simulator.line.net.Loopback;
import dev.sidetone.simulator.phone.PhoneState.Trouble;
import dev.sidetone.ui.call.CallModel;
import dev.sidetone.ui.call.CallModel.Voice;
import dev.sidetone.ui.notice.Remedy;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The buttons that cure a call which failed: an option that the cure's own words name is set and the call made again; a wrong option or a
 * missing key opens its dialog. On the FX thread.
 */
final class CallRemedies {
    private static final Pattern OPTION =
            Pattern.compile("(--stream-origin|--as|--method) (wss?://[^\\s,;)]+|https?://[^\\s,;)]+|GET)");
    private static final String EXAMPLE = "https://voice.example.com";

    private final CallModel call;
    private Runnable options = () -> {};
    private Runnable settings = () -> {};

    CallRemedies(CallModel call) {
        this.call = call;
    }

    /** What opens the options of a call, and the settings. */
    void open(Runnable options, Runnable settings) {
        this.options = options;
        this.settings = settings;
    }

    /** The buttons for a call's problem, the most helpful first. */
    static List<Remedy> of(Trouble trouble) {
        List<Remedy> all = new ArrayList<>();
        Matcher option = OPTION.matcher(trouble.cure());
        if (option.find()) {
            String value = option.group(2).replaceFirst("[.]$", "");
            all.add(
                    value.equals(EXAMPLE)
                            ? Remedy.OPTIONS
                            : new Remedy("apply", label(option.group(1), value), option.group(1), value));
        } else if (trouble.cure().contains("--") || trouble.what().startsWith("This call cannot be made")) {
            all.add(Remedy.OPTIONS);
        }
        if (isAboutKey(trouble)) {
            all.add(Remedy.SETTINGS);
        }
        all.add(Remedy.RETRY);
        return all;
    }

    private static boolean isAboutKey(Trouble trouble) {
        String text = trouble.what() + " " + trouble.cure();
        return text.contains("_KEY") || text.contains(".env") || text.matches("(?s).*\\b[Kk]ey\\b.*");
    }

    private static String label(String option, String value) {
        return switch (option) {
            case "--stream-origin" -> Loopback.is(URI.create(value)) ? "Dial localhost instead" : "Dial " + value;
            case "--method" -> "Ask by GET";
            default -> "Sign as " + URI.create(value).getHost();
        };
    }

    /** Carries one out. */
    void carryOut(Remedy remedy) {
        switch (remedy.name()) {
            case "demo" -> call.voiceProperty().set(Voice.DEMO);
            case "options" -> options.run();
            case "settings" -> settings.run();
            case "apply" -> {
                call.options().set(remedy.option(), remedy.value());
                call.call();
            }
            default -> call.call();
        }
    }
}
