package dev.sidetone.simulator.phone;

import dev.sidetone.bridge.AgentServices;
import dev.sidetone.bridge.agent.AgentService;
import dev.sidetone.simulator.Settings;
import dev.sidetone.simulator.WrongSetting;
import dev.sidetone.simulator.phone.PhoneState.Trouble;
import dev.sidetone.simulator.rig.AgentChoice;
import dev.sidetone.simulator.rig.FakeServices;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The agents that a person at a window can choose from: the practice agent and every service, each with the reason why it cannot be
 * called here, where there is one. Immutable.
 */
public final class AgentMenu {
    /**
     * One of them.
     *
     * @param name as in {@code --agent}
     * @param title what people call it
     * @param agent the agent for a call's description, or null if it cannot be called
     * @param trouble the reason why it cannot be called, or null
     */
    public record Offer(String name, String title, @Nullable AgentChoice agent, @Nullable Trouble trouble) {}

    private final List<Offer> offers;
    private final List<Offer> fakes;

    private AgentMenu(Settings settings, AgentFiles files) {
        Stream<Offer> practice = Stream.of(offer(AgentChoice.practice().name(), "Practice agent", null, settings));
        Stream<Offer> services = AgentServices.all().stream()
                .map(service -> offer(service.name(), service.title(), files.config(service.name()), settings));
        this.offers = Stream.concat(practice, services).toList();
        this.fakes = FakeServices.all().stream()
                .map(fake -> offer("fake-" + fake.name(), "Fake " + title(fake.name()), null, settings))
                .toList();
    }

    private static String title(String name) {
        return AgentServices.named(name).map(AgentService::title).orElse(name);
    }

    /** The agents with these settings. */
    public static AgentMenu of(Settings settings) {
        return of(settings, AgentFiles.NONE);
    }

    /** The same, each with what {@code files} hold for it. Reads them. */
    public static AgentMenu of(Settings settings, AgentFiles files) {
        return new AgentMenu(settings, files);
    }

    /** All of them, the one that needs nothing first. */
    public List<Offer> offers() {
        return offers;
    }

    /** The fakes of every wire, which run inside Sidetone and need nothing. */
    public List<Offer> fakes() {
        return fakes;
    }

    /** The one of this name; the practice agent for a name that is not offered. */
    public Offer named(String name) {
        return Stream.concat(offers.stream(), fakes.stream())
                .filter(offer -> offer.name().equals(name))
                .findFirst()
                .orElse(offers.get(0));
    }

    private static Offer offer(String name, String title, @Nullable Path config, Settings settings) {
        try {
            return new Offer(name, title, AgentChoice.of(name, null, config, settings), null);
        } catch (WrongSetting refused) {
            return new Offer(name, title, null, trouble(name, title, refused));
        }
    }

    /** The command line's words, said to somebody who sees no options: what is wrong, then what to do. */
    private static Trouble trouble(String name, String title, WrongSetting refused) {
        String said = String.valueOf(refused.getMessage()).replace("--agent " + name, title);
        int end = said.indexOf(": ");
        if (end < 0) {
            return new Trouble(said + ".", "Set it up in Settings.");
        }
        String cure = said.substring(end + 2);
        return new Trouble(
                said.substring(0, end) + ".",
                Character.toUpperCase(cure.charAt(0)) + cure.substring(1) + ", or enter it in Settings.");
    }
}
