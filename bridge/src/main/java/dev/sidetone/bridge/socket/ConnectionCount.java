package dev.sidetone.bridge.socket;

import dev.sidetone.bridge.socket.AdmissionBudget.Limit;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Counts the connections of one port against its budget and closes those that exceed it. A connection is a stranger's until its WebSocket is
 * accepted. For any event loop: locked, a few times a connection and never per message.
 */
final class ConnectionCount {
    private final AdmissionBudget budget;
    private final Map<String, Integer> perAddress = new HashMap<>();
    /** The oldest first. */
    private final Set<Place> strangers = new LinkedHashSet<>();

    private int open;

    ConnectionCount(AdmissionBudget budget) {
        this.budget = budget;
    }

    /**
     * Counts a new connection.
     *
     * @param peer the peer's address; this machine's own has no limit of its own, for a tunnel's connections are anybody's
     * @param close closes the connection; called by any event loop, at most once
     * @return the connection's place, or null when there is none and it is to be closed
     */
    @Nullable
    Place enter(String peer, Runnable close) {
        List<Place> leaving = new ArrayList<>();
        Place place = enter(new Place(isLoopback(peer) ? null : peer, close), leaving);
        leaving.forEach(stranger -> stranger.close.run());
        return place;
    }

    private synchronized @Nullable Place enter(Place place, List<Place> leaving) {
        String address = place.address;
        if (address != null && perAddress.getOrDefault(address, 0) >= budget.of(Limit.CONNECTIONS_PER_ADDRESS)) {
            return null;
        }
        if (address != null && strangersFrom(address) >= budget.of(Limit.STRANGERS_PER_ADDRESS)) {
            strangers.stream()
                    .filter(stranger -> address.equals(stranger.address))
                    .findFirst()
                    .ifPresent(oldest -> drop(oldest, leaving));
        }
        boolean full = open >= budget.of(Limit.CONNECTIONS) || strangers.size() >= budget.of(Limit.STRANGERS);
        if (full && !strangers.isEmpty()) {
            drop(strangers.iterator().next(), leaving);
        }
        if (open >= budget.of(Limit.CONNECTIONS)) {
            return null;
        }
        open++;
        if (address != null) {
            perAddress.merge(address, 1, Integer::sum);
        }
        strangers.add(place);
        return place;
    }

    private static boolean isLoopback(String peer) {
        try {
            return peer.isEmpty() || InetAddress.getByName(peer).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    private void drop(Place stranger, List<Place> leaving) {
        leaving.add(stranger);
        leave(stranger);
    }

    private long strangersFrom(String address) {
        return strangers.stream()
                .filter(stranger -> address.equals(stranger.address))
                .count();
    }

    private synchronized void identify(Place place) {
        strangers.remove(place);
    }

    private synchronized void leave(Place place) {
        if (place.left) {
            return;
        }
        place.left = true;
        strangers.remove(place);
        open--;
        if (place.address != null) {
            perAddress.computeIfPresent(place.address, (address, count) -> count == 1 ? null : count - 1);
        }
    }

    /** The number of open connections. */
    synchronized int open() {
        return open;
    }

    /** The number of those whose peer has not shown who it is. */
    synchronized int strangers() {
        return strangers.size();
    }

    /** One counted connection. */
    final class Place {
        private final @Nullable String address;
        private final Runnable close;
        private boolean left;

        private Place(@Nullable String address, Runnable close) {
            this.address = address;
            this.close = close;
        }

        /** The peer has shown who it is. */
        void identified() {
            identify(this);
        }

        /** The connection is closed; harmless when it was counted out already. */
        void leave() {
            ConnectionCount.this.leave(this);
        }
    }
}
