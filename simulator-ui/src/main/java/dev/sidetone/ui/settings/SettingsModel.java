package dev.sidetone.ui.settings;

import dev.sidetone.bridge.AgentServices;
import dev.sidetone.bridge.agent.AgentService;
import dev.sidetone.simulator.Settings;
import dev.sidetone.simulator.SettingsSource;
import dev.sidetone.simulator.WrongSetting;
import dev.sidetone.simulator.phone.AgentFiles;
import dev.sidetone.simulator.phone.AgentMenu;
import dev.sidetone.simulator.phone.AgentTexts;
import dev.sidetone.ui.fx.FxThread;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BiConsumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/**
 * The settings of agents and of live mode: where each stands, what is typed in its place, and reading them all again. Properties on the FX thread; a
 * daemon thread of its own reads and writes the files.
 */
public final class SettingsModel implements AutoCloseable {
    private final SettingsSource source;
    private final AgentFiles files;
    private final BiConsumer<Settings, AgentMenu> use;
    private final List<SettingRow> agentRows = SettingRows.ofAgents();
    private final List<SettingRow> twilioRows = SettingRows.ofTwilio();
    private final List<AgentForm> agents =
            AgentServices.all().stream().map(AgentForm::new).toList();
    private final ReadOnlyStringWrapper said = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper working = new ReadOnlyBooleanWrapper();
    /** When the file that was read last had been changed; on the disk's thread. */
    private String readAt;

    private final ExecutorService disk = Executors.newSingleThreadExecutor(SettingsModel::thread);

    /** {@code use} takes settings that were read, for the next call; on the FX thread. */
    public SettingsModel(SettingsSource source, AgentFiles files, BiConsumer<Settings, AgentMenu> use) {
        this.source = source;
        this.files = files;
        this.use = use;
        this.readAt = stamp();
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "settings");
        thread.setDaemon(true);
        return thread;
    }

    /** Everything as it was read, with what could not be. */
    private record Loaded(
            Settings settings, AgentMenu menu, Map<AgentService, AgentTexts> texts, Map<AgentService, String> wrong) {}

    /** Reads everything again and uses it from the next call on; what was typed and not saved is forgotten. */
    public void reload() {
        work("Read again: it holds from the next call on.", List.of(), List.of());
    }

    /** Uses the settings as they are now if their file has changed since it was read; what is typed in the dialog stays. */
    public void follow() {
        disk.execute(() -> {
            if (!stamp().equals(readAt)) {
                try {
                    Loaded loaded = load(source.read());
                    FxThread.run(() -> use.accept(loaded.settings, loaded.menu));
                } catch (WrongSetting e) {
                    // The dialog says so when it is opened.
                }
            }
        });
    }

    /** When the file was changed last, in words; empty without a file. */
    private String stamp() {
        try {
            return Files.getLastModifiedTime(source.envFile()).toString();
        } catch (IOException e) {
            return "";
        }
    }

    /** Reads everything again for the dialog, quietly. */
    void read() {
        work("", List.of(), List.of());
    }

    /** Writes what was typed, then reads everything again. */
    void save() {
        List<Change> changes = new ArrayList<>();
        for (SettingRow row : rows()) {
            if (row.isChanged()) {
                changes.add(new Change(
                        row.name(),
                        row.removedProperty().get()
                                ? ""
                                : row.typedProperty().get().strip()));
                row.refused(false);
            }
        }
        Map<AgentForm, AgentTexts> forms = new LinkedHashMap<>();
        agents.stream().filter(AgentForm::isChanged).forEach(form -> forms.put(form, form.texts()));
        work("Saved: it holds from the next call on.", changes, List.copyOf(forms.entrySet()));
    }

    /** A setting to be written; an empty value removes it. */
    private record Change(String name, String value) {
        /** Without the value, which is a secret more often than not. */
        @Override
        public String toString() {
            return "Change[" + name + "]";
        }
    }

    private void work(String done, List<Change> changes, List<Map.Entry<AgentForm, AgentTexts>> forms) {
        working.set(true);
        said.set("");
        problem.set("");
        disk.execute(() -> {
            try {
                for (Change change : changes) {
                    source.write(change.name, change.value);
                }
                Settings settings = source.read();
                for (Map.Entry<AgentForm, AgentTexts> form : forms) {
                    files.write(form.getKey().service(), form.getValue(), settings);
                }
                Loaded loaded = load(settings);
                FxThread.run(() -> show(loaded, done));
            } catch (WrongSetting e) {
                String words = String.valueOf(e.getMessage());
                FxThread.run(() -> fail(words));
            }
        });
    }

    private Loaded load(Settings settings) {
        readAt = stamp();
        Map<AgentService, AgentTexts> texts = new LinkedHashMap<>();
        Map<AgentService, String> wrong = new LinkedHashMap<>();
        for (AgentService service : AgentServices.all()) {
            try {
                texts.put(service, files.read(service.name()));
            } catch (WrongSetting e) {
                wrong.put(service, String.valueOf(e.getMessage()));
            }
        }
        return new Loaded(settings, AgentMenu.of(settings, files), texts, wrong);
    }

    private void show(Loaded loaded, String done) {
        rows().forEach(row -> row.read(source, loaded.settings));
        agents.forEach(
                form -> form.show(loaded.texts.get(form.service()), loaded.wrong.getOrDefault(form.service(), "")));
        use.accept(loaded.settings, loaded.menu);
        said.set(done);
        working.set(false);
    }

    private void fail(String words) {
        problem.set(words.endsWith(".") ? words : words + ".");
        working.set(false);
    }

    /** Notes whether the service whose key {@code variable} is took it in the last call. */
    public void refused(String variable, boolean now) {
        agentRows.stream().filter(row -> row.name().equals(variable)).forEach(row -> row.refused(now));
    }

    private List<SettingRow> rows() {
        List<SettingRow> all = new ArrayList<>(agentRows);
        all.addAll(twilioRows);
        return all;
    }

    /** The agents' keys. */
    List<SettingRow> agentRows() {
        return agentRows;
    }

    /** Twilio's settings and those of live mode. */
    List<SettingRow> twilioRows() {
        return twilioRows;
    }

    /** The agents' own settings. */
    List<AgentForm> agents() {
        return agents;
    }

    /** What was done last, in a sentence; empty if nothing. */
    ReadOnlyStringProperty saidProperty() {
        return said.getReadOnlyProperty();
    }

    /** What could not be read or written, in a sentence; empty if all could. */
    ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** Whether files are being read or written. */
    ReadOnlyBooleanProperty workingProperty() {
        return working.getReadOnlyProperty();
    }

    @Override
    public void close() {
        disk.shutdown();
    }
}
