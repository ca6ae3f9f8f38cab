package dev.sidetone.simulator.rig;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.bridge.AgentServices;
import dev.sidetone.bridge.agent.AgentAudio;
import dev.sidetone.bridge.agent.AgentService;
import dev.sidetone.bridge.agent.OptionalSetting;
import dev.sidetone.simulator.agent.AgentFault;
import dev.sidetone.simulator.agent.FakeService;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The page about agents names the services, fakes and faults that there are, and no others. */
class AgentsPageTest {
    /** Writes the tables of the page anew. */
    private static final String COMMAND =
            "mvn -q test -pl simulator -am -Dtest=AgentsPageTest" + " -Dagents.page=write";

    private static final Pattern TABLE = Pattern.compile("(?s)(<!-- table of (\\w+) -->\n).*?(<!-- end of table -->)");

    @Test
    void thePageHoldsTheLists() throws IOException {
        Path page = page();
        String written = Files.readString(page);
        String generated = TABLE.matcher(written)
                .replaceAll(table -> Matcher.quoteReplacement(
                        table.group(1) + (table.group(2).equals("services") ? services() : faults()) + table.group(3)));
        if ("write".equals(System.getProperty("agents.page"))) {
            Files.writeString(page, generated);
            return;
        }
        assertThat(written)
                .as("docs/agents.md does not say what the lists say. This writes it anew: %s", COMMAND)
                .isEqualTo(generated);
        assertThat(TABLE.matcher(written).results()).hasSize(2);
    }

    /** The behaviour of a wire and of a fault is written by hand, in a row for each. */
    @Test
    void theTablesWrittenByHandLeaveNoServiceAndNoFaultOut() throws IOException {
        String page = Files.readString(page());
        assertThat(AgentServices.all())
                .allSatisfy(service -> assertThat(page).contains("\n| `" + service.name() + "` | "));
        String byHand = page.substring(page.lastIndexOf("<!-- end of table -->"));
        assertThat(AgentFault.values()).allSatisfy(fault -> assertThat(byHand).contains("`" + fault.text() + "`"));
    }

    @Test
    void everyServiceHasAPageWithItsCommandAndTheFaultsOfItsFake() throws IOException {
        String overview = Files.readString(page());
        for (AgentService service : AgentServices.all()) {
            String name = pageOf(service);
            assertThat(overview).contains("](" + name + ")");
            String own = Files.readString(page().resolveSibling(name));
            assertThat(own).contains("`" + service.name() + "`", "## Set it up", "## On the wire");
            boolean hasFake =
                    FakeServices.all().stream().anyMatch(fake -> fake.original().equals(service));
            assertThat(AgentFault.values()).filteredOn(fault -> hasFake).allSatisfy(fault -> assertThat(own)
                    .contains("`" + fault.text() + "`"));
        }
    }

    /** One page for each vendor's wire, in all its shapes. */
    private static String pageOf(AgentService service) {
        String own = "agents/" + service.name() + ".md";
        boolean shared = !Files.exists(page().resolveSibling(own));
        return shared ? "agents/" + service.name().replaceFirst("-.*", "") + ".md" : own;
    }

    private static String services() {
        String head = "| `--agent` | service | key | address | audio, up and down | settings of its own"
                + " | usual model, voice | checked | fakes |\n|---|---|---|---|---|---|---|---|---|\n";
        return AgentServices.all().stream().map(AgentsPageTest::row).collect(Collectors.joining("", head, ""));
    }

    private static String row(AgentService service) {
        URI endpoint = service.access().endpoint();
        return Stream.of(
                        code(service.name()),
                        "[" + service.title() + "](" + pageOf(service) + ")",
                        keys(service),
                        code(endpoint == null ? null : endpoint.toString()),
                        codes(service.audio().stream().map(AgentAudio::toString)),
                        codes(Stream.of(OptionalSetting.values())
                                .filter(service.settings()::contains)
                                .map(OptionalSetting::key)),
                        codes(Stream.of(
                                service.defaults().model(), service.defaults().voice())),
                        service.checked().toString(),
                        codes(FakeServices.all().stream()
                                .filter(fake -> fake.original().equals(service))
                                .map(FakeService::name)))
                .collect(Collectors.joining(" | ", "| ", " |\n"));
    }

    private static String keys(AgentService service) {
        return codes(Stream.of(service.access().keyVariable(), service.access().modelVariable())
                .map(name -> name == null ? "" : name));
    }

    private static String faults() {
        String head = "| `--fault` | the agent |\n|---|---|\n";
        return Stream.of(AgentFault.values())
                .map(fault -> "| " + code(fault.text()) + " | " + fault.description() + " |\n")
                .collect(Collectors.joining("", head, ""));
    }

    private static String codes(Stream<String> texts) {
        String all =
                texts.filter(text -> !text.isEmpty()).map(AgentsPageTest::code).collect(Collectors.joining(", "));
        return all.isEmpty() ? "–" : all;
    }

    private static String code(@Nullable String text) {
        return text == null ? "–" : "`" + text + "`";
    }

    private static Path page() {
        List<Path> places = List.of(Path.of("docs/agents.md"), Path.of("../docs/agents.md"));
        return places.stream().filter(Files::exists).findFirst().orElseThrow();
    }
}
