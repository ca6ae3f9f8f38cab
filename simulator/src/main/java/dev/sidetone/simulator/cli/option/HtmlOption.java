package dev.sidetone.simulator.cli.option;

import dev.sidetone.simulator.CannotRun;
import dev.sidetone.simulator.WrongSetting;
import dev.sidetone.simulator.report.html.CallPage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option of commands that can show their calls as one HTML page. */
public final class HtmlOption {
    @Option(
            names = "--html",
            paramLabel = "FILE",
            description = "Write the report there as one page, with the sound, for a browser.")
    private @Nullable String html;

    /** Whether a page is wanted. */
    public boolean isWanted() {
        return html != null;
    }

    /** The chosen file, as it was typed, or null. */
    public @Nullable String file() {
        return html;
    }

    /** Reports before the work, not after it, that the page cannot be written. */
    public void check() throws WrongSetting {
        if (html != null) {
            Path unused = OutputFile.of("--html", html);
        }
    }

    /** Writes the page that {@code made} gives to the chosen file, if one was chosen, and tells {@code say} so. */
    public void write(Supplier<CallPage> made, Consumer<String> say) throws CannotRun {
        if (html == null) {
            return;
        }
        try {
            Files.writeString(Path.of(html), made.get().html());
        } catch (IOException e) {
            throw new CannotRun("the page cannot be written to " + html + ": " + e.getMessage(), e);
        }
        say.accept("page: " + html);
    }
}
