package dev.sidetone.bridge.agent;

import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;

/** The last few of the ids that an agent sent: the oldest is forgotten for a new one. On the call's event loop. */
public final class RecentIds {
    private final int most;
    private final Set<String> ids = new LinkedHashSet<>();

    /** Keeps {@code most} of them. */
    public RecentIds(int most) {
        this.most = most;
    }

    /** Returns true for one that is not among them; it is from now on. */
    public boolean add(String id) {
        boolean unknown = ids.add(id);
        if (ids.size() > most) {
            Iterator<String> oldest = ids.iterator();
            oldest.next();
            oldest.remove();
        }
        return unknown;
    }
}
