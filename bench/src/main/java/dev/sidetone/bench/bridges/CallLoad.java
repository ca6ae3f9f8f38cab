package dev.sidetone.bench.bridges;

import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.bridge.time.NanoClock;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Many calls at once, both ends of each, on one thread of its own with one wheel of absolute deadlines: a millisecond's calls are due
 * together. Told what to do from any thread.
 */
final class CallLoad implements Closeable, LoadedCall.Watcher {
    private static final int SLOTS = 20;
    private static final long SLOT_NS = LineFrame.NS / SLOTS;
    /** A wait for less is not worth it: the shortest is a millisecond. */
    private static final long SOON_NS = 100_000;

    private static final int MOST_COMPLAINTS = 10;

    private final NanoClock clock;
    private final Selector selector = Selector.open();
    private final ServerSocketChannel door = ServerSocketChannel.open();
    private final LoadBuffers buffers = new LoadBuffers();
    private final Queue<Runnable> orders = new ConcurrentLinkedQueue<>();
    private final List<List<LoadedCall>> slots = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();
    private volatile LoadFigures figures = new LoadFigures(Long.MAX_VALUE);
    private volatile boolean over;
    /** The next agent that is dialled is this call's. */
    private volatile @Nullable LoadedCall opening;

    private boolean running;
    private long slotNs;
    private int slot;

    CallLoad(NanoClock clock) throws IOException {
        this.clock = clock;
        for (int i = 0; i < SLOTS; i++) {
            slots.add(new ArrayList<>());
        }
        door.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1_000);
        door.configureBlocking(false);
        door.register(selector, SelectionKey.OP_ACCEPT);
        Thread thread = new Thread(this::run, "load");
        thread.setDaemon(true);
        thread.start();
    }

    /** Where its agents are dialled. */
    int port() throws IOException {
        return ((InetSocketAddress) door.getLocalAddress()).getPort();
    }

    LoadBuffers buffers() {
        return buffers;
    }

    /** Does {@code order} on the thread of the load. */
    void order(Runnable order) {
        orders.add(order);
        selector.wakeup();
    }

    /** The next agent that is dialled is {@code call}'s. */
    void expect(LoadedCall call) {
        opening = call;
    }

    /** Takes a caller's open channel; its call speaks once the load runs and its agent is ready. */
    void add(SocketChannel channel, LoadedCall call, int number) {
        order(() -> {
            try {
                LoadSocket socket = new LoadSocket(channel, true, false, buffers, call);
                register(channel, socket);
                call.calledBy(socket);
                slots.get(number % SLOTS).add(call);
            } catch (IOException e) {
                complain("a caller was lost: " + e);
            }
        });
    }

    /** Lets everybody speak. */
    void start() {
        order(() -> {
            running = true;
            slot = 0;
            slotNs = clock.nowNs() + LineFrame.NS;
        });
    }

    /** Lets nobody speak any more; what is under way still arrives. */
    void pause() {
        order(() -> running = false);
    }

    /** Counts into {@code next} from now on. */
    void count(LoadFigures next) {
        figures = next;
    }

    /** The samples that are under way. */
    long missing() throws InterruptedException {
        CountDownLatch asked = new CountDownLatch(1);
        AtomicLong missing = new AtomicLong();
        order(() -> {
            slots.forEach(calls -> calls.forEach(call -> missing.addAndGet(call.missing())));
            asked.countDown();
        });
        asked.await();
        return missing.get();
    }

    /** Hangs up everywhere and forgets the calls. */
    void hangUp() {
        order(() -> {
            running = false;
            for (List<LoadedCall> calls : slots) {
                for (LoadedCall call : calls) {
                    try {
                        call.hangUp();
                    } catch (IOException gone) {
                        complain("could not hang up: " + gone);
                    }
                }
                calls.clear();
            }
        });
    }

    @Override
    public LoadFigures figures() {
        return figures;
    }

    @Override
    public synchronized void complain(String what) {
        if (complaints.size() < MOST_COMPLAINTS) {
            complaints.add(what);
        }
    }

    /** What went wrong since the last time. */
    synchronized List<String> complaints() {
        List<String> all = List.copyOf(complaints);
        complaints.clear();
        return all;
    }

    private void run() {
        try {
            while (!over) {
                for (Runnable order = orders.poll(); order != null; order = orders.poll()) {
                    order.run();
                }
                boolean soon = running && due() - clock.nowNs() < SOON_NS;
                if (soon) {
                    selector.selectNow(this::ready);
                } else {
                    selector.select(this::ready, 1);
                }
            }
        } catch (IOException | RuntimeException e) {
            complain("the load broke: " + e);
        }
    }

    /** Lets the calls speak whose time it is; returns when the next are due. */
    private long due() throws IOException {
        long nowNs = clock.nowNs();
        while (running && nowNs >= slotNs) {
            for (LoadedCall call : slots.get(slot)) {
                LoadFigures.add(figures.lateness, nowNs - slotNs);
                call.tick(nowNs);
                nowNs = clock.nowNs();
            }
            slot = (slot + 1) % SLOTS;
            slotNs += SLOT_NS;
        }
        return slotNs;
    }

    private void ready(SelectionKey key) {
        try {
            if (key.isAcceptable()) {
                accept();
                return;
            }
            LoadSocket socket = (LoadSocket) key.attachment();
            if (key.isWritable()) {
                socket.writable();
            }
            if (key.isReadable() && !socket.read(clock.nowNs())) {
                socket.drop();
            }
            if (running && clock.nowNs() >= slotNs) {
                due();
            }
        } catch (IOException gone) {
            key.cancel();
            if (running) {
                complain("a socket was lost: " + gone);
            }
        }
    }

    private void accept() throws IOException {
        for (SocketChannel channel = door.accept(); channel != null; channel = door.accept()) {
            LoadedCall call = opening;
            if (call == null) {
                channel.close();
                continue;
            }
            register(channel, new LoadSocket(channel, false, true, buffers, new AgentHandshake(call)));
        }
    }

    private void register(SocketChannel channel, LoadSocket socket) throws IOException {
        channel.configureBlocking(false);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        socket.register(channel.register(selector, SelectionKey.OP_READ, socket));
    }

    @Override
    public void close() throws IOException {
        over = true;
        selector.wakeup();
        door.close();
    }
}
