package dev.sidetone.simulator.mcp;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** The folder in which the client works: a coding agent reads and writes nothing outside it. Immutable. */
final class WorkingFolder {
    private final Path folder;

    WorkingFolder(Path folder) throws IOException {
        this.folder = folder.toAbsolutePath().toRealPath();
    }

    Path path() {
        return folder;
    }

    /** The file that {@code name} is in here, which may not exist yet; links that lead out are not followed. */
    Path inside(String name) throws WrongArgument {
        Path path;
        try {
            path = folder.resolve(name).normalize();
        } catch (InvalidPathException e) {
            throw new WrongArgument("that is no path: " + name);
        }
        Path existing = path;
        while (!Files.exists(existing) && existing.getParent() != null) {
            existing = existing.getParent();
        }
        try {
            if (path.startsWith(folder) && existing.toRealPath().startsWith(folder)) {
                return path;
            }
        } catch (IOException e) {
            throw new WrongArgument(name + " cannot be looked at: " + e.getMessage());
        }
        throw new WrongArgument(name + " is outside the working folder " + folder + ": name one in it");
    }
}
