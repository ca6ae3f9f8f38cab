package dev.sidetone.simulator.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sidetone.simulator.mcp.McpHost;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A client of the Model Context Protocol that talks to {@code sidetone mcp} line by line. */
class McpCommandTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    @TempDir
    private Path folder = Path.of("");

    @TempDir
    private Path outside = Path.of("");

    private final PipedInputStream messages = new PipedInputStream();
    private final PipedInputStream answers = new PipedInputStream(1 << 20);
    private final BufferedReader lines = new BufferedReader(new InputStreamReader(answers, UTF_8));
    private PrintStream client = new PrintStream(PrintStream.nullOutputStream());
    private Thread host = new Thread(() -> {});
    private int requests;

    @BeforeEach
    void begin() throws IOException {
        client = new PrintStream(new PipedOutputStream(messages), true, UTF_8);
        PipedOutputStream out = new PipedOutputStream(answers);
        PrintStream unseen = new PrintStream(PrintStream.nullOutputStream());
        HostProcess process = new HostProcess(Map.of(), folder, unseen, unseen, new ProcessSignals());
        host = new Thread(() -> {
            try {
                McpHost.serve(new NestedCommands(process), folder, messages, out);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        host.start();
        JsonNode initialized = ask(
                "initialize",
                "{\"protocolVersion\":\"2025-06-18\",\"capabilities\":{},\"clientInfo\":{\"name\":\"test\",\"version\":\"1\"}}");
        assertThat(initialized.path("result").path("protocolVersion").asText()).isEqualTo("2025-06-18");
        client.println("{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}");
    }

    @AfterEach
    void theHostEndsWithItsClient() throws InterruptedException {
        client.close();
        host.join();
    }

    @Test
    void everyToolHasASchemaAndSaysWhatItIsFor() throws IOException {
        JsonNode tools = ask("tools/list", "{}").path("result").path("tools");

        assertThat(tools.findValuesAsText("name"))
                .contains("call", "run", "findings", "explain", "report", "recordings", "doctor");
        for (JsonNode tool : tools) {
            assertThat(tool.path("description").asText()).hasSizeGreaterThan(40);
            assertThat(tool.path("inputSchema").path("type").asText()).isEqualTo("object");
        }
    }

    @Test
    void aCodeIsExplainedAndAnUnknownOneNamesTheWayOn() throws IOException {
        assertThat(tool("explain", "{\"code\":\"31920\"}")
                        .path("structuredContent")
                        .path("cure")
                        .asText())
                .contains("signature");

        JsonNode unknown = tool("explain", "{\"code\":\"31920b\"}");

        assertThat(unknown.path("isError").asBoolean()).isTrue();
        assertThat(text(unknown)).contains("31920b", "without a code");
    }

    @Test
    void nothingOutsideTheWorkingFolderIsReadOrWritten() throws IOException {
        Files.createSymbolicLink(folder.resolve("link"), outside);
        for (String name : new String[] {"../x.wav", "/etc", "link", "link/new.html", "a/../../b"}) {
            String arguments = "{\"recording\":\"" + name + "\",\"html\":\"page.html\"}";
            assertThat(text(tool("report", arguments))).as(name).contains("outside the working folder");
        }
        assertThat(text(tool("report", "{\"recording\":\"call\",\"html\":\"link/page.html\"}")))
                .contains("outside the working folder");
    }

    @Test
    void wrongArgumentsAreNamed() throws IOException {
        assertThat(text(tool("call", "{\"url\":\"http://localhost\"}"))).contains("no argument url", "to, as");
        assertThat(text(tool("call", "{\"record\":\"yes\"}"))).contains("record is true or false");
        assertThat(text(tool("run", "{}"))).contains("scenarios is missing");
        assertThat(text(tool("call", "{\"seed\":\"--help\"}"))).contains("--seed");
    }

    @Test
    void aServerThatIsNotThereIsAFindingWithItsCure() throws IOException {
        JsonNode answer = tool("call", "{\"to\":\"http://127.0.0.1:9/voice\",\"record\":false}")
                .path("structuredContent");

        assertThat(answer.path("exitCode").asInt()).isEqualTo(ExitCode.COULD_NOT_RUN.number());
        assertThat(answer.path("findings").get(0).path("code").asText()).isEqualTo("11205");
        assertThat(answer.path("findings").get(0).path("cure").asText()).contains("Start the server");
        assertThat(answer.path("findings").get(0).path("usualCause").asText()).isNotEmpty();
    }

    @Test
    void aCallShowsItsProgressAndEndsWhenItIsCalledOff() throws IOException {
        client.println("{\"jsonrpc\":\"2.0\",\"id\":\"mine\",\"method\":\"tools/call\",\"params\":{\"name\":\"call\","
                + "\"arguments\":{},\"_meta\":{\"progressToken\":\"p\"}}}");
        JsonNode answer = answerTo("mine", progress -> {
            if (progress.path("params").path("message").asText().contains("answered")) {
                client.println(
                        "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/cancelled\",\"params\":{\"requestId\":\"mine\"}}");
            }
        });

        assertThat(text(answer.path("result"))).contains("interrupted");
        assertThat(folder.resolve("sidetone-calls")).isNotEmptyDirectory();
    }

    private JsonNode tool(String name, String arguments) throws IOException {
        return ask("tools/call", "{\"name\":\"" + name + "\",\"arguments\":" + arguments + "}")
                .path("result");
    }

    private static String text(JsonNode result) {
        return result.path("content").path(0).path("text").asText();
    }

    private JsonNode ask(String method, String parameters) throws IOException {
        requests++;
        ObjectNode request = MAPPER.createObjectNode()
                .put("jsonrpc", "2.0")
                .put("id", requests)
                .put("method", method);
        request.set("params", MAPPER.readTree(parameters));
        client.println(request);
        return answerTo(String.valueOf(requests), notification -> {});
    }

    private JsonNode answerTo(String id, Consumer<JsonNode> notified) throws IOException {
        while (true) {
            JsonNode message = MAPPER.readTree(Objects.requireNonNull(lines.readLine(), "the host has ended"));
            if (message.path("id").asText().equals(id)) {
                return message;
            }
            notified.accept(message);
        }
    }
}
