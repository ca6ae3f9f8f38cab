package dev.sidetone.simulator.mcp;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sidetone.bridge.text.ForeignText;
import dev.sidetone.simulator.SidetoneVersion;
import io.modelcontextprotocol.json.jackson2.JacksonMcpJsonMapper;
import io.modelcontextprotocol.json.schema.JsonSchemaValidator.ValidationResponse;
import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.McpServerFeatures.SyncToolSpecification;
import io.modelcontextprotocol.server.McpSyncServer;
import io.modelcontextprotocol.server.McpSyncServerExchange;
import io.modelcontextprotocol.server.transport.StdioServerTransportProvider;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.ProgressNotification;
import io.modelcontextprotocol.spec.McpSchema.ServerCapabilities;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import io.modelcontextprotocol.spec.McpSchema.ToolAnnotations;
import io.modelcontextprotocol.spec.ProtocolVersions;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The server of the Model Context Protocol: one client, one JSON-RPC message a line. A tool runs on a thread of the library; calls run side by
 * side as far as the client asks for them.
 */
public final class McpHost {
    private static final String INSTRUCTIONS =
            "Sidetone tests phone voice agents that answer Twilio Media Streams, without a phone. Start the user's server, then use `call` with"
                    + " its webhook; read `findings`, mend what they name, and call again. `explain` tells what a code means.";
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final RunningRequests running = new RunningRequests();
    private final McpTools tools;

    private McpHost(McpTools tools) {
        this.tools = tools;
    }

    /**
     * Serves until the client closes {@code in}, or the thread is interrupted.
     *
     * @param in the client's messages
     * @param out takes the answers and nothing else
     * @param folder the working folder: files outside it are neither read nor written
     */
    public static void serve(CommandRunner runner, Path folder, InputStream in, OutputStream out) throws IOException {
        new McpHost(new McpTools(runner, new WorkingFolder(folder))).serve(in, out);
    }

    private void serve(InputStream in, OutputStream out) {
        JacksonMcpJsonMapper mapper = new JacksonMcpJsonMapper(MAPPER);
        EndNoticed client = new EndNoticed(new RequestLines(in, running));
        McpSyncServer server = McpServer.sync(new Transport(mapper, client, out))
                .serverInfo("sidetone", SidetoneVersion.TEXT)
                .instructions(INSTRUCTIONS)
                .capabilities(ServerCapabilities.builder().tools(false).build())
                .jsonMapper(mapper)
                .jsonSchemaValidator((schema, content) -> ValidationResponse.asValid(null))
                .tools(tools.all().stream()
                        .map(tool -> specification(tool, mapper))
                        .toList())
                .build();
        try {
            client.awaitEnd();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            running.cancelAll();
            server.closeGracefully();
        }
    }

    private SyncToolSpecification specification(McpTool tool, JacksonMcpJsonMapper mapper) {
        return SyncToolSpecification.builder()
                .tool(Tool.builder()
                        .name(tool.name())
                        .description(tool.description())
                        .inputSchema(mapper, tool.schema())
                        .annotations(new ToolAnnotations(null, tool.readOnly(), false, null, false, null))
                        .build())
                .callHandler((exchange, request) -> call(tool, exchange, request))
                .build();
    }

    private CallToolResult call(McpTool tool, McpSyncServerExchange exchange, CallToolRequest request) {
        Map<String, Object> meta = request.meta() == null ? Map.of() : request.meta();
        String id = String.valueOf(meta.get(RequestLines.REQUEST));
        Cancellation cancellation = running.begin(id);
        try {
            ObjectNode answer = tool.work()
                    .run(
                            ToolArguments.of(request.arguments(), tool),
                            progress(exchange, meta.get("progressToken")),
                            cancellation);
            boolean failed = answer.has("failed");
            return CallToolResult.builder()
                    .addTextContent(answer.toString())
                    .structuredContent(MAPPER.convertValue(answer, Map.class))
                    .isError(failed)
                    .build();
        } catch (WrongArgument e) {
            return CallToolResult.builder()
                    .addTextContent(ForeignText.line(String.valueOf(e.getMessage())))
                    .isError(true)
                    .build();
        } finally {
            running.end(id);
        }
    }

    /** A notification for each line of the command, where the client has asked for it, up to the empty one that the report begins with. */
    private static Consumer<String> progress(McpSyncServerExchange exchange, @Nullable Object token) {
        if (token == null) {
            return line -> {};
        }
        AtomicInteger lines = new AtomicInteger();
        AtomicBoolean reporting = new AtomicBoolean();
        return line -> {
            if (line.isEmpty()) {
                reporting.set(true);
            } else if (!reporting.get()) {
                exchange.progressNotification(
                        new ProgressNotification(token, (double) lines.incrementAndGet(), null, line));
            }
        };
    }

    /** Standard input and output, which have no versions of their own: each that the library writes will do. */
    private static final class Transport extends StdioServerTransportProvider {
        Transport(JacksonMcpJsonMapper mapper, InputStream in, OutputStream out) {
            super(mapper, in, out);
        }

        @Override
        public List<String> protocolVersions() {
            return List.of(
                    ProtocolVersions.MCP_2024_11_05, ProtocolVersions.MCP_2025_03_26, ProtocolVersions.MCP_2025_06_18);
        }
    }

    /** The client's bytes; notes when they end. */
    private static final class EndNoticed extends InputStream {
        private final InputStream bytes;
        private final CountDownLatch ended = new CountDownLatch(1);

        EndNoticed(InputStream bytes) {
            this.bytes = bytes;
        }

        void awaitEnd() throws InterruptedException {
            ended.await();
        }

        @Override
        public int read() throws IOException {
            return noted(bytes.read());
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            return noted(bytes.read(into, from, length));
        }

        private int noted(int read) {
            if (read < 0) {
                ended.countDown();
            }
            return read;
        }
    }
}
