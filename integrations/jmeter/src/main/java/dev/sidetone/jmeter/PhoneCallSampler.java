package dev.sidetone.jmeter;

import dev.sidetone.simulator.CannotRun;
import dev.sidetone.simulator.WrongSetting;
import org.apache.jmeter.config.Arguments;
import org.apache.jmeter.protocol.java.sampler.AbstractJavaSamplerClient;
import org.apache.jmeter.protocol.java.sampler.JavaSamplerContext;
import org.apache.jmeter.samplers.Interruptible;
import org.apache.jmeter.samplers.SampleResult;
import org.apache.jmeter.testelement.TestElement;
import org.apache.jmeter.threads.JMeterContextService;
import org.jspecify.annotations.Nullable;

/**
 * Makes one simulated phone call for each sample of a Java Request. Every JMeter thread is one caller, which waits while the JVM's one wheel
 * makes the call; what a call gave is in the sample and its sub-samples ({@link CallSamples}). Created by JMeter, one for each of its threads,
 * and used by that; {@link #interrupt} may come from any.
 */
public final class PhoneCallSampler extends AbstractJavaSamplerClient implements Interruptible {
    private static final String WHY_CUT = "JMeter stopped the test";

    private final Worker worker;
    private Worker.@Nullable Joined joined;
    private SampleTrouble trouble = SampleTrouble.NOT_SET_UP;
    private int firstCaller;
    private volatile @Nullable WorkerCall running;

    /** For JMeter: on the line that all threads of this JVM share. */
    public PhoneCallSampler() {
        this(Worker.HERE);
    }

    PhoneCallSampler(Worker worker) {
        this.worker = worker;
    }

    @Override
    public Arguments getDefaultParameters() {
        return SamplerParameters.defaults();
    }

    /** Reads the parameters and takes part in the JVM's line, which the first thread starts. What is wrong is told by every sample. */
    @Override
    public void setupTest(JavaSamplerContext context) {
        try {
            SamplerParameters read = SamplerParameters.read(context);
            joined = worker.join(read);
            firstCaller = read.firstCaller();
        } catch (WrongSetting e) {
            trouble = SampleTrouble.wrongSetting(e);
        } catch (CannotRun e) {
            trouble = SampleTrouble.cannotRun(e);
        }
    }

    /** Makes a call and waits for its end. A wrong parameter fails the sample and ends the thread: it would be wrong the next time too. */
    @Override
    public SampleResult runTest(JavaSamplerContext context) {
        SampleResult sample = new SampleResult();
        sample.setSampleLabel(context.getParameter(TestElement.NAME, SamplerParameters.USUAL_LABEL));
        Worker.Joined here = joined;
        if (here == null) {
            trouble.fill(sample);
            return sample;
        }
        sample.sampleStart();
        try {
            call(here, sample);
        } catch (CannotRun e) {
            sample.sampleEnd();
            SampleTrouble.cannotRun(e).fill(sample);
        }
        return sample;
    }

    private void call(Worker.Joined here, SampleResult sample) throws CannotRun {
        int caller = firstCaller + JMeterContextService.getContext().getThreadNum();
        SampledCallers callers = here.callers();
        WorkerCall call = here.line().place(callers.kindOf(caller), caller, callers.most());
        running = call;
        try {
            WorkerCall.Over over = call.await(WHY_CUT);
            sample.sampleEnd();
            new CallSamples(sample, over).fill();
        } finally {
            running = null;
        }
    }

    /** Hangs up, so that the sample ends at once; it is not counted. Any thread. */
    @Override
    public boolean interrupt() {
        WorkerCall call = running;
        if (call != null) {
            call.hangUp(WHY_CUT);
        }
        return call != null;
    }

    /** Whether a call of it runs. Any thread. */
    boolean isCalling() {
        return running != null;
    }

    /** Leaves the JVM's line, which the last one closes. */
    @Override
    public void teardownTest(JavaSamplerContext context) {
        if (joined != null) {
            joined = null;
            worker.leave();
        }
    }
}
