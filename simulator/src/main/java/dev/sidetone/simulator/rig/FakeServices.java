package dev.sidetone.simulator.rig;

import dev.sidetone.simulator.agent.FakeService;
import dev.sidetone.simulator.agent.assemblyai.FakeAssemblyAi;
import dev.sidetone.simulator.agent.gemini.FakeGemini;
import dev.sidetone.simulator.agent.gptlive.FakeGptLive;
import dev.sidetone.simulator.agent.inworld.FakeInworld;
import dev.sidetone.simulator.agent.omni.FakeOmni;
import dev.sidetone.simulator.agent.openai.FakeOpenAi;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The one list of fakes. Help texts, menus and tests read it. */
public final class FakeServices {
    private static final List<FakeService> ALL = List.of(
            FakeOpenAi.REALTIME,
            FakeOpenAi.BETA,
            FakeAssemblyAi.VOICE_AGENT,
            FakeInworld.REALTIME,
            FakeOmni.PLAIN,
            FakeOmni.TAGGED,
            FakeGptLive.SERVICE,
            FakeGemini.LIVE);

    private FakeServices() {}

    /** All of them, in the order in which people are shown them. */
    public static List<FakeService> all() {
        return ALL;
    }

    /** The fake of that name. */
    public static Optional<FakeService> named(String name) {
        return ALL.stream().filter(fake -> fake.name().equals(name)).findFirst();
    }

    /** Their names, as in {@code openai, inworld}. */
    public static String names() {
        return ALL.stream().map(FakeService::name).collect(Collectors.joining(", "));
    }
}
