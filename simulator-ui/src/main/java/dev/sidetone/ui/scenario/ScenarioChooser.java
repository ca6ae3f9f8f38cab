package dev.sidetone.ui.scenario;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Asks a person for a scenario's file, with the system's own dialog. On the FX thread, which it holds until there is an answer. */
public interface ScenarioChooser {
    /** A file to open; null if the person wants none. */
    @Nullable
    Path toOpen();

    /** A file to write, which may be there already if the person agreed to that; null if the person wants none. */
    @Nullable
    Path toWrite(String name);
}
