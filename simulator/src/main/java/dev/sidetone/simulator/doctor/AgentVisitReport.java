package dev.sidetone.simulator.doctor;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sidetone.bridge.agent.AgentEvent;
import dev.sidetone.simulator.report.Figures;
import java.util.Locale;

/** Formats a visit to an agent for the terminal and as JSON. Stateless. */
public final class AgentVisitReport {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final int OUTCOME = 8;
    private static final int NAME = 12;
    private static final int MS = 10;
    private static final int INDENT = 2 + OUTCOME + NAME + MS + 2;
    private static final double THOUSANDTHS = 1000;

    private AgentVisitReport() {}

    /** A line for each step with its figure, and what they come to. Ends with a line break. */
    public static String text(AgentVisit visit) {
        StringBuilder text = new StringBuilder();
        text.append("Agent ")
                .append(visit.agent())
                .append(" at ")
                .append(visit.address())
                .append("\n\n");
        for (VisitStep step : visit.steps()) {
            text.append("  ")
                    .append(Figures.left(outcome(step), OUTCOME))
                    .append(Figures.left(step.name(), NAME))
                    .append(Figures.right(step.ms() == null ? "" : Figures.ms(step.ms()), MS))
                    .append("  ")
                    .append(Paragraph.of(step.what(), INDENT))
                    .append('\n');
            if (step.cure() != null) {
                text.append(" ".repeat(INDENT))
                        .append(Paragraph.of("Cure: " + step.cure(), INDENT))
                        .append('\n');
            }
        }
        text.append('\n');
        visit.words().forEach(each -> text.append(Paragraph.of(says(each), 0)).append('\n'));
        visit.complaints().forEach(each -> text.append(Paragraph.of("It complained: " + each, 0))
                .append('\n'));
        visit.notices().forEach(each -> text.append(Paragraph.of(each, 0)).append('\n'));
        return text.append(sentence(visit)).append('\n').toString();
    }

    private static String outcome(VisitStep step) {
        return step.isFailed() ? "FAILED" : step.outcome().word();
    }

    private static String says(AgentVisit.Words words) {
        return (words.speaker() == AgentEvent.Speaker.AGENT ? "It said: \"" : "It understood: \"") + words.text()
                + "\"";
    }

    private static String sentence(AgentVisit visit) {
        return visit.isGood()
                ? "The agent answers: calls can be made with it."
                : "No call can be made with this agent before the failed step is cured.";
    }

    /** The visit as JSON. */
    static ObjectNode json(AgentVisit visit) {
        ObjectNode json = MAPPER.createObjectNode();
        json.put("name", visit.agent()).put("url", visit.address());
        json.put("verdict", visit.isGood() ? "passed" : "failed");
        json.putObject("session")
                .put("id", orNull(visit.session().id()))
                .put("model", orNull(visit.session().model()));
        ArrayNode steps = json.putArray("steps");
        for (VisitStep step : visit.steps()) {
            steps.addObject()
                    .put("step", step.name())
                    .put("outcome", step.outcome().word())
                    .put("ms", step.ms() == null ? null : (Double) (Math.round(step.ms() * THOUSANDTHS) / THOUSANDTHS))
                    .put("what", step.what())
                    .put("code", step.code())
                    .put("cure", step.cure());
        }
        ArrayNode words = json.putArray("words");
        for (AgentVisit.Words each : visit.words()) {
            words.addObject()
                    .put("speaker", each.speaker().name().toLowerCase(Locale.ROOT))
                    .put("text", each.text());
        }
        visit.complaints().forEach(json.putArray("complaints")::add);
        visit.notices().forEach(json.putArray("notices")::add);
        return json;
    }

    @SuppressWarnings("NullAway") // Jackson writes null as null
    private static String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
