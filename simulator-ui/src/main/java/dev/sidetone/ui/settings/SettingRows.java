package dev.sidetone.ui.settings;

import dev.sidetone.bridge.AgentServices;
import dev.sidetone.bridge.agent.AgentService;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The settings that the dialog shows: the agents' keys by the list of services, and those of live mode. Stateless. */
final class SettingRows {
    private SettingRows() {}

    /** The keys of the agents, each once, with the agents that it is for. */
    static List<SettingRow> ofAgents() {
        Map<String, SettingRow> rows = new LinkedHashMap<>();
        for (AgentService service : AgentServices.all()) {
            add(rows, service.access().keyVariable(), service.title(), true);
            add(rows, service.access().modelVariable(), service.title() + ": agent", false);
        }
        return List.copyOf(rows.values());
    }

    private static void add(Map<String, SettingRow> rows, @Nullable String variable, String title, boolean secret) {
        if (variable != null) {
            rows.putIfAbsent(variable, new SettingRow(variable, title, secret));
        }
    }

    /** Those of Twilio and of live mode. */
    static List<SettingRow> ofTwilio() {
        return List.of(
                new SettingRow("TWILIO_ACCOUNT_SID", "Account SID", false),
                new SettingRow("TWILIO_AUTH_TOKEN", "Auth token", true),
                new SettingRow("TWILIO_NUMBER", "Number for live mode", false),
                new SettingRow("HUMAN_NUMBER", "Number of a person", false),
                new SettingRow("PUBLIC_HOST", "Public address", false),
                new SettingRow("NGROK_AUTHTOKEN", "ngrok token", true),
                new SettingRow("NGROK_DOMAIN", "ngrok domain", false));
    }
}
