package dev.sidetone.simulator.cli.option;

import dev.sidetone.simulator.CannotRun;
import dev.sidetone.simulator.WrongSetting;
import dev.sidetone.simulator.load.LoadResult;
import dev.sidetone.simulator.report.html.LoadPage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option that shows a load as one HTML page. */
public final class LoadPageOption {
    @Option(
            names = "--html",
            paramLabel = "FILE",
            description = "Write the report there as one page, with the figures over time, for a browser.")
    private @Nullable String html;

    /** Reports before the load, not after it, that the page cannot be written. */
    public void check() throws WrongSetting {
        if (html != null) {
            Path unused = OutputFile.of("--html", html);
        }
    }

    /** Writes the page to the chosen file, if one was chosen, and tells {@code say} so. */
    public void write(LoadResult load, Consumer<String> say) throws CannotRun {
        if (html == null) {
            return;
        }
        try {
            Files.writeString(Path.of(html), LoadPage.html(load));
        } catch (IOException e) {
            throw new CannotRun("the page cannot be written to " + html + ": " + e.getMessage(), e);
        }
        say.accept("page: " + html);
    }
}
