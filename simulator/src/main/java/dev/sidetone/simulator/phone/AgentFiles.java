package dev.sidetone.simulator.phone;

import dev.sidetone.bridge.agent.AgentConfig;
import dev.sidetone.bridge.agent.AgentService;
import dev.sidetone.bridge.settings.InvalidSettingsException;
import dev.sidetone.bridge.settings.YamlFile;
import dev.sidetone.simulator.Settings;
import dev.sidetone.simulator.WrongSetting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.jspecify.annotations.Nullable;

/**
 * The settings that a person at a window gave to agents: one YAML file for each, as {@code --agent-config} takes it. Blocks for the disk; one thread
 * at a time.
 *
 * @param folder holds the files; made with the first one. Null for a phone without any
 */
public record AgentFiles(@Nullable Path folder) {
    /** No agent has settings of its own. */
    public static final AgentFiles NONE = new AgentFiles(null);

    /** The file of an agent, or null where it has none. */
    public @Nullable Path config(String agent) {
        Path file = folder == null ? null : folder.resolve(agent + ".yaml");
        return file == null || !Files.exists(file) ? null : file;
    }

    /**
     * What is set for an agent.
     *
     * @throws WrongSetting if its file cannot be read
     */
    public AgentTexts read(String agent) throws WrongSetting {
        Path file = config(agent);
        try {
            return file == null ? AgentTexts.UNSET : AgentTexts.of(file);
        } catch (InvalidSettingsException e) {
            throw new WrongSetting(String.valueOf(e.getMessage()), e);
        }
    }

    /**
     * Keeps what is set for an agent, if it could be called so; nothing set removes its file.
     *
     * @throws WrongSetting naming what is wrong, as the command does, or that it cannot be written
     */
    public void write(AgentService service, AgentTexts texts, Settings settings) throws WrongSetting {
        if (folder == null) {
            throw new WrongSetting("this phone keeps no settings of agents");
        }
        Path file = folder.resolve(service.name() + ".yaml");
        try {
            if (texts.isUnset()) {
                Files.deleteIfExists(file);
                return;
            }
            String yaml = texts.yaml(service.name());
            AgentConfig.of(YamlFile.read("settings of " + service.title(), yaml), service, settings::get);
            Files.createDirectories(folder);
            Path fresh = Files.createTempFile(folder, service.name(), ".new");
            try {
                Files.writeString(fresh, yaml);
                Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(fresh);
            }
        } catch (InvalidSettingsException e) {
            throw new WrongSetting(String.valueOf(e.getMessage()), e);
        } catch (IOException e) {
            throw new WrongSetting(
                    file + " cannot be written (" + e.getClass().getSimpleName() + "): see that you may write there",
                    e);
        }
    }
}
