package dev.sidetone.ui.app;

import dev.sidetone.simulator.SettingsSource;
import dev.sidetone.simulator.phone.AgentFiles;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The places in which a window's settings are kept. Immutable.
 *
 * @param source the environment and the {@code .env} file
 * @param agents the agents' own settings
 * @param calls the folder that recordings are kept in where no other is chosen; null for the phone's
 */
record OwnSettings(SettingsSource source, AgentFiles agents, @Nullable Path calls) {
    /** No settings, and nowhere to keep any. */
    static final OwnSettings NONE =
            new OwnSettings(new SettingsSource(Path.of("no-folder", ".env"), Map.of()), AgentFiles.NONE, null);
}
