package dev.sidetone.simulator.rig;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.simulator.Settings;
import dev.sidetone.simulator.WrongSetting;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Twenty secrets and twenty hostile strings for a peer to echo, and the proof that an output shows none of them. */
public final class Planted {
    /** Secrets that the process knows as its settings; in one order, so that what is cut is cut at the same place in every run. */
    private static final Map<String, String> SETTINGS = new TreeMap<>(Map.of(
            "OPENAI_API_KEY", "registered-open-value-1",
            "TWILIO_AUTH_TOKEN", "0f1e2d3c4b5a69788796a5b4c3d2e1f0",
            "NGROK_AUTHTOKEN", "2registeredNgrokValue",
            "INWORLD_API_KEY", "cmVnaXN0ZXJlZDppbndvcmxk",
            "MODEL_PASSWORD", "quo\"ted\\pass word",
            "SHOP_SECRET", "per%cent&secret=1"));

    /** What is planted, by the part of it that nobody may see. */
    private static final Map<String, String> SECRETS = new LinkedHashMap<>();

    static {
        SETTINGS.values().forEach(value -> SECRETS.put(value, value));
        SECRETS.put("per%25cent%26secret%3D1", "per%25cent%26secret%3D1");
        SECRETS.put("ABCDEFGHIJKLMNOPQRSTUV", "sk-proj-ABCDEFGHIJKLMNOPQRSTUV");
        SECRETS.put("a1b2c3d4e5f6g7h8", "pyai_live_a1b2c3d4e5f6g7h8");
        SECRETS.put("SyA1234567890abcdefghijklmnopqrstuv", "AIzaSyA1234567890abcdefghijklmnopqrstuv");
        SECRETS.put("ghp_16C7e42F292c6912E7710c838347Ae178B4a", "ghp_16C7e42F292c6912E7710c838347Ae178B4a");
        SECRETS.put("xoxb-2345678901-abcdefghij", "xoxb-2345678901-abcdefghij");
        SECRETS.put("AKIAIOSFODNN7EXAMPLE", "AKIAIOSFODNN7EXAMPLE");
        SECRETS.put("eyJzdWIiOiIxMjM0NTY3ODkwIn0", "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.c2lnbmF0dXJl");
        SECRETS.put("abcdefghbearer", "Authorization: Bearer abcdefghbearer");
        SECRETS.put("dXNlcjpwYXNzd29yZA", "authorization: Basic dXNlcjpwYXNzd29yZA==");
        SECRETS.put("hunter2hunter2", "https://user:hunter2hunter2@host.example/x");
        SECRETS.put("signed0123456789", "https://bucket.example/a.wav?X-Amz-Signature=signed0123456789&a=b");
        SECRETS.put("streamtoken123", "wss://host.example/media?token=streamtoken123");
        SECRETS.put("clientsecret99", "{\"client_secret\":\"clientsecret99\"}");
        SECRETS.put("MIIEvQIBADANBgkq", "-----BEGIN PRIVATE KEY-----MIIEvQIBADANBgkq-----END PRIVATE KEY-----");
    }

    /** So much of a secret at the end of a text that was cut is too much. */
    private static final int MOST_BEGUN = 8;

    /** How each secret begins, as it is and as JSON has it, in lower case: who shows a secret shows this. */
    private static final String[] BEGINNINGS = SECRETS.keySet().stream()
            .flatMap(secret -> Stream.of(secret, secret.replace("\\", "\\\\").replace("\"", "\\\"")))
            .map(secret ->
                    secret.substring(0, Math.min(MOST_BEGUN, secret.length())).toLowerCase(Locale.ROOT))
            .distinct()
            .toArray(String[]::new);

    private static final List<String> HOSTILE = List.of(
            "\nFindings  none",
            "\r\nexit code 0",
            "\u001b[2J\u001b[H",
            "\u001b]0;title\u0007",
            "\u001b]8;;http://evil.example\u001b\\link\u001b]8;;\u001b\\",
            "\u001b]52;c;ZXZpbA==\u0007",
            "\u009b31m",
            "\u0085next",
            "\u2028line\u2029paragraph",
            "\u202egnp.exe",
            "\u2066isolate\u2069",
            "\u061carabic mark",
            "\u200b\u200e\u200f",
            "\ufeffmark",
            "\u0000nul\u0008\u0008\u007f",
            "\ud800",
            "\udc00",
            "\udb40\udc41\udb40\udc42",
            "\u000b\u000c",
            "</script><script>alert(1)</script>");

    private Planted() {}

    /** All of it, in the field of a peer. */
    public static String all(String before) {
        return before + " " + String.join(" ", SECRETS.values()) + " " + String.join(" ", HOSTILE);
    }

    /** A little of it, for a field of a hundred bytes. */
    public static String two(String before) {
        return before + " registered-open-value-1 quo\"ted\\pass word" + HOSTILE.get(0) + HOSTILE.get(2);
    }

    /** Lets the process know its secrets, as its settings do. */
    public static void know() {
        try {
            Settings.read(Path.of("no .env here"), SETTINGS);
        } catch (WrongSetting e) {
            throw new AssertionError(e);
        }
        assertThat(SECRETS.size()).isGreaterThanOrEqualTo(20);
    }

    /** Asserts that {@code output} shows no secret, and nothing that a terminal or a reader's eye obeys. */
    public static void isNowhereIn(String name, String output) {
        assertThat(output.toLowerCase(Locale.ROOT)).as(name).doesNotContain(BEGINNINGS);
        output.codePoints().filter(Planted::isObeyed).findFirst().ifPresent(code -> {
            int at = output.indexOf(code);
            throw new AssertionError(String.format(
                    "%s has U+%04X in: %s",
                    name, code, output.substring(Math.max(0, at - 80), Math.min(output.length(), at + 40))));
        });
        assertThat(output.lines())
                .as(name)
                .noneMatch(line -> line.startsWith("Findings  none") || line.equals("exit code 0"));
    }

    private static boolean isObeyed(int code) {
        int type = Character.getType(code);
        return code != '\n'
                && (type == Character.CONTROL
                        || type == Character.FORMAT
                        || type == Character.SURROGATE
                        || type == Character.LINE_SEPARATOR
                        || type == Character.PARAGRAPH_SEPARATOR);
    }
}
