package dev.sidetone.bridge;

import dev.sidetone.bridge.time.Timers;
import dev.sidetone.bridge.twilio.rest.CallControl;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** A Twilio to control calls with, that notes what it is asked and answers as it is told, after 50 ms. */
final class FakeCallControl implements CallControl {
    final List<String> asked = new ArrayList<>();
    private Outcome outcome = Outcome.DONE;

    void answersWith(Outcome what) {
        outcome = what;
    }

    @Override
    public void redirect(String callSid, String twiml, Timers loop, Consumer<Result> done) {
        asked.add("redirect " + callSid + " " + twiml.substring(twiml.indexOf("<Response>")));
        answer(loop, done);
    }

    @Override
    public void hangUp(String callSid, Timers loop, Consumer<Result> done) {
        asked.add("hang up " + callSid);
        answer(loop, done);
    }

    private void answer(Timers loop, Consumer<Result> done) {
        loop.after(50_000_000, () -> done.accept(new Result(outcome, "as told: " + outcome)));
    }
}
