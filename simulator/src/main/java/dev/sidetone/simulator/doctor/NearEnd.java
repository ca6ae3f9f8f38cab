package dev.sidetone.simulator.doctor;

import dev.sidetone.bridge.agent.AgentService;
import dev.sidetone.bridge.agent.AgentSettings;
import dev.sidetone.bridge.agent.ModelEnd;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Says what of an agent's settings its vendor is about to switch off. Stateless. */
final class NearEnd {
    private NearEnd() {}

    /** A sentence with its cure for every announced end, and one when the defaults were checked long ago. */
    static List<String> of(AgentService service, AgentSettings settings, LocalDate today) {
        List<String> notices = new ArrayList<>();
        service.endsOf(settings).forEach(end -> notices.add(notice(service, end, today)));
        if (today.isAfter(service.bestBefore())) {
            notices.add("Model and voice of " + service.name() + " were checked last on " + service.checked()
                    + ", best before " + service.bestBefore()
                    + ": look at the vendor's list of models, or take a newer Sidetone.");
        }
        return notices;
    }

    private static String notice(AgentService service, ModelEnd end, LocalDate today) {
        long days = end.daysLeft(today);
        String when = days > 1
                ? " is switched off by its vendor on " + end.endsOn() + ", in " + days + " days"
                : days == 1 ? " is switched off by its vendor tomorrow" : " was to be switched off on " + end.endsOn();
        return end.name() + " of " + service.title() + when + ": write " + end.successor()
                + " in the agent's settings in its place.";
    }
}
