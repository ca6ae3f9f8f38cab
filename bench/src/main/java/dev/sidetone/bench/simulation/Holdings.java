package dev.sidetone.bench.simulation;

import dev.sidetone.bridge.agent.AgentDialect;
import dev.sidetone.bridge.agent.AgentLeg;
import dev.sidetone.bridge.call.Call;
import dev.sidetone.bridge.socket.RequestHandler;
import dev.sidetone.bridge.twilio.TwilioLeg;
import dev.sidetone.simulator.line.LineCall;
import dev.sidetone.simulator.line.stream.MediaStream;
import dev.sidetone.simulator.timeline.CallTimeline;
import dev.sidetone.simulator.timeline.FactSink;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * What is left when every call of a scenario is over: no socket, no timer, no thread, no place taken in the bridge, and nothing of a call
 * that the lasting parts (the bridge's routes, the fake Twilio, the network) still hold, in whatever map or field.
 */
final class Holdings {
    /** A call holds these; nobody else does. */
    private static final List<Class<?>> OF_A_CALL = List.of(
            Call.class,
            TwilioLeg.class,
            AgentLeg.class,
            AgentDialect.class,
            LineCall.class,
            MediaStream.class,
            CallTimeline.class);

    private static final Map<Class<?>, List<Field>> FIELDS = new ConcurrentHashMap<>();
    private static final int THREADS = Thread.activeCount();

    private final SimulatedRig rig;
    private final Rules rules;
    private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Deque<Held> open = new ArrayDeque<>();

    /** An object, and the way to it. */
    private record Held(Object object, @Nullable Held by, String how) {
        String path() {
            String here = how + " " + object.getClass().getSimpleName();
            return by == null ? here : by.path() + " > " + here;
        }
    }

    Holdings(SimulatedRig rig, Rules rules) {
        this.rig = rig;
        this.rules = rules;
    }

    void check() {
        List<String> ends = rig.net.openEnds();
        if (!ends.isEmpty()) {
            broken("connections are still open: " + ends);
        }
        List<Runnable> waiting = rig.timers.waiting();
        if (!waiting.isEmpty()) {
            broken(waiting.size() + " timers still wait: "
                    + waiting.get(0).getClass().getName());
        }
        if (Thread.activeCount() > THREADS) {
            broken((Thread.activeCount() - THREADS) + " threads were started");
        }
        if (!activeCalls().equals("0.0")) {
            broken("the bridge counts " + activeCalls() + " active calls");
        }
        walk(rig.bridge, "the bridge's");
        walk(rig.twilio, "the fake Twilio's");
        walk(rig.net, "the network's");
    }

    private String activeCalls() {
        RequestHandler.Request request =
                new RequestHandler.Request("GET", "/metrics", null, Map.of("host", "localhost"), "", "127.0.0.1");
        return rig.bridge
                .answer(request, rig.net)
                .body()
                .lines()
                .filter(line -> line.startsWith("sidetone_calls_active "))
                .map(line -> line.substring(line.indexOf(' ') + 1))
                .findFirst()
                .orElse("no number of");
    }

    private void broken(String what) {
        rules.broken(new BrokenRule("a closed call owns nothing", 0, rig.elapsedMs(), what));
    }

    private void walk(Object root, String whose) {
        reach(root, null, whose);
        while (!open.isEmpty()) {
            Held held = open.remove();
            if (OF_A_CALL.stream().anyMatch(kind -> kind.isInstance(held.object))) {
                broken(held.path());
                return;
            }
            look(held);
        }
    }

    private void look(Held held) {
        Object object = held.object;
        if (object instanceof Map<?, ?> map) {
            map.forEach((key, value) -> {
                reach(key, held, "key");
                reach(value, held, "value");
            });
        } else if (object instanceof Collection<?> collection) {
            collection.forEach(each -> reach(each, held, "element"));
        } else if (object instanceof AtomicReference<?> reference) {
            reach(reference.get(), held, "value");
        } else if (object instanceof Object[] array) {
            for (int i = 0; i < Array.getLength(array); i++) {
                reach(array[i], held, "element");
            }
        } else if (object.getClass().getName().startsWith("dev.sidetone.")) {
            fields(object.getClass()).forEach(field -> reach(value(field, object), held, field.getName()));
        }
    }

    private void reach(@Nullable Object object, @Nullable Held by, String how) {
        if (object != null && !isOfTheSimulation(object) && seen.add(object)) {
            open.add(new Held(object, by, how));
        }
    }

    /** The simulation itself knows its calls. */
    private static boolean isOfTheSimulation(Object object) {
        return object.getClass().getPackageName().equals(Holdings.class.getPackageName())
                && !(object instanceof FactSink);
    }

    private static List<Field> fields(Class<?> type) {
        return FIELDS.computeIfAbsent(type, Holdings::accessible);
    }

    private static List<Field> accessible(Class<?> type) {
        List<Field> all = new ArrayList<>();
        for (Class<?> each = type; each != null && each != Object.class; each = each.getSuperclass()) {
            for (Field field : each.getDeclaredFields()) {
                boolean primitive = field.getType().isPrimitive() || field.getType() == String.class;
                if (!Modifier.isStatic(field.getModifiers())
                        && !primitive
                        && each.getName().startsWith("dev.sidetone.")) {
                    field.setAccessible(true);
                    all.add(field);
                }
            }
        }
        return all;
    }

    private static @Nullable Object value(Field field, Object object) {
        try {
            return field.get(object);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(field.toString(), e);
        }
    }
}
