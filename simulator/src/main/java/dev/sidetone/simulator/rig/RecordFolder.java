package dev.sidetone.simulator.rig;

import dev.sidetone.simulator.WrongSetting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Where {@code --record} wants recordings. Stateless. */
public final class RecordFolder {
    private RecordFolder() {}

    /** A recording that was asked for and cannot be is told before the call, not after it. */
    public static void check(@Nullable Path record) throws WrongSetting {
        if (record == null) {
            return;
        }
        try {
            Files.createDirectories(record);
        } catch (IOException e) {
            throw new WrongSetting("--record " + record + " cannot be a folder: choose another", e);
        }
        if (!Files.isWritable(record)) {
            throw new WrongSetting("--record " + record + " is not yours to write to: choose another");
        }
    }
}
