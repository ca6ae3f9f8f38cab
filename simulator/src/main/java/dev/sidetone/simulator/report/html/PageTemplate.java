package dev.sidetone.simulator.report.html;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The parts of pages that lie beside this class, and what is put into their places. Stateless. */
final class PageTemplate {
    private static final Pattern PLACE = Pattern.compile("\\{\\{(\\w+)}}");

    private PageTemplate() {}

    /** The template of that name, filled once: what is put in is not looked at again. */
    static String filled(String name, Map<String, String> parts) {
        String template = resource(name);
        StringBuilder page = new StringBuilder();
        Matcher place = PLACE.matcher(template);
        int from = 0;
        while (place.find()) {
            page.append(template, from, place.start()).append(parts.getOrDefault(place.group(1), ""));
            from = place.end();
        }
        return page.append(template, from, template.length()).toString();
    }

    /** Text as it stands in HTML. */
    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    /** The text of one of the files. */
    static String resource(String name) {
        try (InputStream in = PageTemplate.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is missing from this build");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
