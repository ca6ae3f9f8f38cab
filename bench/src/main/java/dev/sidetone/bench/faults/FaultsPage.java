package dev.sidetone.bench.faults;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Writes the registry's tables into the page {@code docs/faults.md}. */
final class FaultsPage {
    /** The command that writes the page anew. */
    static final String COMMAND = "bench/run faults --write";

    private static final Pattern TABLE =
            Pattern.compile("(?s)(<!-- tables of FaultRows -->\n).*?(<!-- end of tables -->)");

    private FaultsPage() {}

    /** The page with the tables that the registry gives. */
    static String generated(String page) {
        return TABLE.matcher(page)
                .replaceFirst(found -> Matcher.quoteReplacement(found.group(1) + tables() + found.group(2)));
    }

    private static String tables() {
        StringBuilder text = new StringBuilder();
        for (FaultSection section : FaultSection.values()) {
            List<FaultRow> rows = FaultRows.all().stream()
                    .filter(row -> row.section() == section)
                    .toList();
            text.append("\n## ").append(section.heading).append("\n\n");
            text.append("| fault or attack | a caller notices | an operator sees | shown by |\n|---|---|---|---|\n");
            rows.forEach(row -> text.append(line(row)));
        }
        return text.append("\n").toString();
    }

    private static String line(FaultRow row) {
        StringBuilder needs = new StringBuilder();
        row.needs().forEach(need -> needs.append("; needs ").append(need.words));
        return "| " + row.fault() + " | " + row.caller() + " | " + row.operator() + " | `bench/run faults " + row.name()
                + "`" + needs + " |\n";
    }
}
