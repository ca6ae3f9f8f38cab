package dev.sidetone.simulator.phone;

import dev.sidetone.simulator.CannotRun;
import dev.sidetone.simulator.WrongSetting;
import dev.sidetone.simulator.caller.ControllableCaller;
import dev.sidetone.simulator.device.DeviceProblem;
import dev.sidetone.simulator.findings.Finding;
import dev.sidetone.simulator.phone.PhoneState.Trouble;
import dev.sidetone.simulator.recording.RecordingLabel;
import dev.sidetone.simulator.rig.CallDescription;
import dev.sidetone.simulator.rig.Rig;
import dev.sidetone.simulator.rig.RigCall;
import dev.sidetone.simulator.rig.SignatureProbes;
import dev.sidetone.simulator.timeline.CallResult;
import dev.sidetone.simulator.twilio.plan.CallPlan;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One call that a person places, from dialling to its end. */
record DialledCall(Softphone phone, DescribedCall described) implements Occupation {
    @Override
    public @Nullable Trouble run(PhoneRigs rigs) throws DeviceProblem, CannotRun, WrongSetting {
        CallDescription description = described.call(phone.settings());
        Rig line = rigs.of(description);
        CallPlan plan = line.plan(description);
        ControllableCaller caller = phone.devices().followed(description.caller(), phone.clock());
        caller.mute(phone.startsMuted());
        PhoneCall.FactListener listener = phone.listener();
        RecordingLabel label = CallLabels.of(description, phone.agents());
        List<Finding> accepted =
                description.probeSignature() ? SignatureProbes.send(plan, description.server()) : List.of();
        RigCall placed = line.call(plan, caller, phone.recordings().place(label), listener);
        accepted.forEach(placed::found);
        PhoneCall call = PhoneCall.spoken(placed, caller, phone.clock(), listener, label);
        phone.show(call);
        placed.await();
        CallResult result = placed.close();
        call.finish(result);
        return Trouble.of(result);
    }
}
