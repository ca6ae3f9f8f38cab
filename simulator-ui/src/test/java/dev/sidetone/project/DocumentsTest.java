package dev.sidetone.project;

import static dev.sidetone.architecture.ProjectFolder.root;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.architecture.ProjectFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Checks that the documents name files and types that exist. */
class DocumentsTest {
    private static final Pattern LINK = Pattern.compile("\\]\\((?!https?:|mailto:|#)([^)#\\s]+)");
    /** A type's name in code marks: two words or more, alone or before a member. */
    private static final Pattern TYPE_NAME =
            Pattern.compile("`([A-Z][a-z0-9]+(?:[A-Z][A-Za-z0-9]*)+)(?:[.#(<][^`]*)?`");

    private static final Pattern DECLARATION =
            Pattern.compile("\\b(?:class|interface|enum|record|@interface)\\s+([A-Z]\\w*)");
    /** The pages that explain the code. */
    private static final List<String> PAGES =
            List.of("CONTRIBUTING.md", "docs/architecture.md", "docs/threads.md", "docs/bridge.md", "docs/how-to");
    /** Names of libraries, of Twilio and of people's settings that look like types of ours. */
    private static final Set<String> FOREIGN = Set.of("IncomingPhoneNumbers");

    @Test
    void everyLinkLeadsToAFile() throws IOException {
        List<String> dead = new ArrayList<>();
        int read = 0;
        for (Path page : pages(root(), List.of("README.md", "CONTRIBUTING.md", "CHANGELOG.md", "docs"))) {
            Matcher link = LINK.matcher(Files.readString(page));
            while (link.find()) {
                read++;
                if (!Files.exists(Objects.requireNonNull(page.getParent()).resolve(link.group(1)))) {
                    dead.add(page + ": " + link.group(1));
                }
            }
        }
        assertThat(read).as("links read").isPositive();
        assertThat(dead).isEmpty();
    }

    @Test
    void everyTypeThatIsNamedExists() throws IOException {
        assertThat(unknown(root(), PAGES)).isEmpty();
    }

    @Test
    void aNameThatNoLongerExistsIsFound(@TempDir Path folder) throws IOException {
        Path source = Files.createDirectories(folder.resolve("module/src/main/java"));
        Files.writeString(source.resolve("CallLeg.java"), "final class CallLeg { record HangUp() {} }");
        Files.writeString(folder.resolve("page.md"), "`CallLeg.play(frame)` ends with `HangUp`, never `OldName`");
        assertThat(unknown(folder, List.of("page.md"))).containsExactly("page.md: OldName");
    }

    private static List<String> unknown(Path root, List<String> names) throws IOException {
        Set<String> types = types(root);
        List<String> unknown = new ArrayList<>();
        for (Path page : pages(root, names)) {
            Matcher name = TYPE_NAME.matcher(Files.readString(page));
            while (name.find()) {
                if (!types.contains(name.group(1)) && !FOREIGN.contains(name.group(1))) {
                    unknown.add(root.relativize(page) + ": " + name.group(1));
                }
            }
        }
        return unknown;
    }

    private static Set<String> types(Path root) throws IOException {
        Set<String> types = new TreeSet<>();
        for (Path file : ProjectFolder.sources(root)) {
            DECLARATION.matcher(Files.readString(file)).results().forEach(found -> types.add(found.group(1)));
        }
        return types;
    }

    private static List<Path> pages(Path root, List<String> names) throws IOException {
        List<Path> pages = new ArrayList<>();
        for (String name : names) {
            try (Stream<Path> files = Files.walk(root.resolve(name))) {
                files.filter(each -> each.toString().endsWith(".md")).forEach(pages::add);
            }
        }
        return pages;
    }
}
