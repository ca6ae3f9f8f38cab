package dev.sidetone.simulator.doctor;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sidetone.simulator.SidetoneVersion;
import org.jspecify.annotations.Nullable;

/** What the doctor found, as one JSON; a check that was not asked for is null. Stateless. */
public final class DoctorJson {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private DoctorJson() {}

    /** On one line. */
    public static String write(@Nullable CalibrationResult calibration, @Nullable AgentVisit visit) {
        ObjectNode json = MAPPER.createObjectNode();
        json.put("sidetone", SidetoneVersion.TEXT);
        json.set("calibration", calibration == null ? null : CalibrationReport.json(calibration));
        json.set("agent", visit == null ? null : AgentVisitReport.json(visit));
        return json.toString();
    }
}
