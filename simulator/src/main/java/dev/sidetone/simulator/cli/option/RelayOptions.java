package dev.sidetone.simulator.cli.option;

import dev.sidetone.bridge.file.RegularFile;
import dev.sidetone.simulator.FilePath;
import dev.sidetone.simulator.WrongSetting;
import dev.sidetone.simulator.twilio.plan.RelayConditions;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options about how Twilio's ConversationRelay hears and speaks. */
public final class RelayOptions {
    private static final int MOST_BYTES = 1 << 20;
    private static final long MOST_MS = 10_000;

    @Option(
            names = "--words",
            paramLabel = "FILE",
            description =
                    "ConversationRelay: what a caller says whose words nobody knows, as with --caller mic: a text file with one line for each utterance. Nothing is recognised.")
    private @Nullable String words;

    @Option(
            names = "--end-of-turn",
            paramLabel = "TIME",
            converter = TimeConverter.class,
            description =
                    "ConversationRelay: the silence after which the final prompt is sent (default ${DEFAULT-VALUE}); the TwiML's speechTimeout is stronger.",
            defaultValue = "600ms")
    private Duration endOfTurn = Duration.ZERO;

    @Option(
            names = "--voice-delay",
            paramLabel = "TIME",
            converter = TimeConverter.class,
            description =
                    "ConversationRelay: how long Twilio's voice takes from a text to its first sound (default ${DEFAULT-VALUE}).",
            defaultValue = "300ms")
    private Duration voiceDelay = Duration.ZERO;

    /** What was chosen; reads the file. */
    RelayConditions conditions() throws WrongSetting {
        return new RelayConditions(ms("--end-of-turn", endOfTurn), ms("--voice-delay", voiceDelay), lines());
    }

    private static long ms(String option, Duration time) throws WrongSetting {
        long ms = time.toMillis();
        if (ms > MOST_MS) {
            throw new WrongSetting(option + " is at most " + MOST_MS / 1000 + "s");
        }
        return ms;
    }

    private List<String> lines() throws WrongSetting {
        if (words == null) {
            return List.of();
        }
        try {
            String text = RegularFile.readText(FilePath.of(words), MOST_BYTES);
            List<String> lines = text.lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .toList();
            if (lines.isEmpty()) {
                throw new WrongSetting("--words " + words + " has no line in it: write one for each utterance");
            }
            return lines;
        } catch (IOException e) {
            throw new WrongSetting("--words " + words + " cannot be read: " + e.getMessage(), e);
        }
    }
}
