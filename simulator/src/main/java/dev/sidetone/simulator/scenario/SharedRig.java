package dev.sidetone.simulator.scenario;

import dev.sidetone.simulator.CannotRun;
import dev.sidetone.simulator.WrongSetting;
import dev.sidetone.simulator.rig.CallDescription;
import dev.sidetone.simulator.rig.Rig;
import org.jspecify.annotations.Nullable;

/** The rig of all calls of one scenario with one agent: started for the first of them, closed after the last. For any thread. */
final class SharedRig implements AutoCloseable {
    private final CallDescription call;
    private final boolean warmsUp;
    private int left;
    private @Nullable Rig rig;

    /**
     * @param calls the number of calls that will use it
     * @param warmsUp whether it makes a first call that is not measured; once in a process is enough
     */
    SharedRig(CallDescription call, int calls, boolean warmsUp) {
        this.call = call;
        this.left = calls;
        this.warmsUp = warmsUp;
    }

    /** The rig, started now if it is not yet. */
    synchronized Rig started() throws CannotRun, WrongSetting {
        if (rig == null) {
            rig = Rig.start(call);
            if (warmsUp) {
                rig.warmUp();
            }
        }
        return rig;
    }

    /** One of the calls is over. */
    synchronized void finished() {
        left--;
        if (left == 0) {
            close();
        }
    }

    @Override
    public synchronized void close() {
        if (rig != null) {
            rig.close();
            rig = null;
        }
    }
}
