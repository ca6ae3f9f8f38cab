package dev.sidetone.junit;

import dev.sidetone.bridge.text.ForeignText;
import dev.sidetone.simulator.WrongSetting;
import dev.sidetone.simulator.caller.Callers;
import dev.sidetone.simulator.caller.Clip;
import dev.sidetone.simulator.rig.CallerChoice;
import dev.sidetone.simulator.rig.ServerChoice;
import dev.sidetone.simulator.sound.SoundReader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * A call that is still to be made: what its caller does, step by step, and on what line. The last step, {@link #hangUp()},
 * {@link #hangUpInAnswer}, {@link #stayOn()} or {@link #replay}, makes it. The caller is polite: it says or presses something when the agent
 * has finished, unless it interrupts; before its first words it waits 3 s for a greeting. By one thread.
 *
 * <p>What is wrong with an argument is an {@link IllegalArgumentException} at once.
 */
public final class ScriptedCall {
    private final String written;
    private final TestCalls calls;
    private final CallSetup setup;
    private final CallerSteps caller = new CallerSteps();
    private boolean made;

    ScriptedCall(ServerChoice server, String written, TestCalls calls) {
        this.setup = new CallSetup(server);
        this.written = written;
        this.calls = calls;
    }

    /** Says English words with the built-in voice, when the agent has finished. */
    public ScriptedCall say(String words) {
        caller.say(Callers.words(words));
        return this;
    }

    /** Plays a recording (WAV, FLAC, MP3, Ogg Vorbis or M4A) as the caller's words, when the agent has finished. */
    public ScriptedCall play(Path recording) {
        caller.say(clip(recording));
        return this;
    }

    /**
     * Says a sentence in one of Sidetone's recorded voices, when the agent has finished.
     *
     * @param name {@code ask-opening-hours}, {@code book-a-table}, {@code ask-address}, {@code interrupt-stop}, {@code press-five},
     *     {@code thank-you-goodbye} or {@code mm-hmm}
     */
    public ScriptedCall sayVoice(String name) {
        caller.say(Callers.voice(name));
        return this;
    }

    /** Says words while the agent speaks, {@code into} its answer or greeting. */
    public ScriptedCall interrupt(Duration into, String words) {
        caller.interrupt(into, Callers.words(words));
        return this;
    }

    /** Plays a recording while the agent speaks. */
    public ScriptedCall interrupt(Duration into, Path recording) {
        caller.interrupt(into, clip(recording));
        return this;
    }

    /** Says a sentence in one of Sidetone's voices while the agent speaks; {@code mm-hmm} is one that should not stop it. */
    public ScriptedCall interruptVoice(Duration into, String name) {
        caller.interrupt(into, Callers.voice(name));
        return this;
    }

    /** Presses keys, as in {@code "12#"}, when the agent has finished. */
    public ScriptedCall press(String keys) {
        caller.press(keys);
        return this;
    }

    /** Is silent for a while. */
    public ScriptedCall pause(Duration time) {
        caller.pause(time);
        return this;
    }

    /** Sets how long the caller waits for an answer to begin, in the steps that follow. Left out: 10 s. */
    public ScriptedCall patience(Duration most) {
        caller.patience(most);
        return this;
    }

    /** Sets the silence after which the agent is taken to have finished, in the steps that follow. Left out: 700 ms. */
    public ScriptedCall gap(Duration silence) {
        caller.gap(silence);
        return this;
    }

    /** Lets the caller begin before a two-way stream is open, as in a menu of {@code <Gather>}. Left out: it waits for the stream. */
    public ScriptedCall speakEarly() {
        caller.speakEarly();
        return this;
    }

    /** Sets the public https origin that the server believes it has: requests are signed for it and carry its name. */
    public ScriptedCall as(String publicOrigin) {
        try {
            setup.publicOrigin(publicOrigin);
            return this;
        } catch (WrongSetting e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    /** Sets the token that signs, which the server checks with. Left out: TWILIO_AUTH_TOKEN of the environment, else a token for tests. */
    public ScriptedCall authToken(String token) {
        ForeignText.hide(token);
        setup.authToken(token);
        return this;
    }

    /** Trusts the certificate authorities of a PEM file besides the public ones. */
    public ScriptedCall trusting(Path pem) {
        setup.trusting(pem);
        return this;
    }

    /** Sets the caller's number. */
    public ScriptedCall from(String number) {
        setup.from(number);
        return this;
    }

    /** Sets the number dialled. */
    public ScriptedCall number(String number) {
        setup.number(number);
        return this;
    }

    /** Adds a form field to every webhook request. */
    public ScriptedCall param(String name, String value) {
        setup.parameter(name, value);
        return this;
    }

    /** Injects a fault, as in {@code stall=2s@5s}, {@code jitter=20ms} or, of a fake agent behind the embedded bridge, {@code 429}. */
    public ScriptedCall fault(String fault) {
        setup.fault(fault);
        return this;
    }

    /** Makes identifiers, timestamps and faults repeatable. */
    public ScriptedCall seed(long seed) {
        setup.seed(seed);
        return this;
    }

    /** Sets the port of the fake Twilio REST API beside the call, for a server that uses it. Left out: a free one. */
    public ScriptedCall restPort(int port) {
        setup.restPort(port);
        return this;
    }

    /** Sets the time after which the caller hangs up, whatever is still to be said. Left out: 2 minutes. */
    public ScriptedCall atMost(Duration time) {
        setup.atMost(time);
        return this;
    }

    /** Makes the call anew while this machine was too busy to measure it, so often in all. Left out: once. The server sees each. */
    public ScriptedCall attempts(int most) {
        setup.attempts(most);
        return this;
    }

    /** Names the agent of the embedded bridge, as in {@code fake-openai} or {@code openai}; a real one's key is in the environment. */
    public ScriptedCall agent(String name) {
        setup.agent().name(name);
        return this;
    }

    /** Sets the address of a real agent behind the embedded bridge. */
    public ScriptedCall agentUrl(String url) {
        setup.agent().url(url);
        return this;
    }

    /** Reads the settings of the embedded bridge's agent (instructions, voice, tools) from a YAML file. */
    public ScriptedCall agentConfig(Path yaml) {
        setup.agent().config(yaml);
        return this;
    }

    /** Reads what a fake agent behind the embedded bridge says and does from a YAML file. */
    public ScriptedCall agentScript(Path yaml) {
        setup.agent().script(yaml);
        return this;
    }

    /** Hangs up when the agent has answered and finished. Makes the call, waits for its end, and returns it. */
    public FinishedCall hangUp() {
        caller.hangUp();
        return make(caller::open);
    }

    /** Hangs up in the middle of the agent's answer. Makes the call. */
    public FinishedCall hangUpInAnswer(Duration into) {
        caller.hangUpInAnswer(into);
        return make(caller::open);
    }

    /** Says no more and stays on the line until the other side hangs up. Makes the call. */
    public FinishedCall stayOn() {
        return make(caller::open);
    }

    /** Speaks as the caller of a recorded call did, at the same times, and hangs up. Makes the call. */
    public FinishedCall replay(Path recordedCall) {
        if (!caller.isSilent()) {
            throw new IllegalStateException(written
                    + ": replay(…) stands alone, since the recorded caller says everything; leave the rest out");
        }
        return make(
                new CallerChoice(
                                List.of(recordedCall.toString()),
                                caller.gap(),
                                null,
                                null,
                                true,
                                caller.speaksEarly(),
                                false)::withoutDevices);
    }

    private FinishedCall make(OpenedCaller open) {
        if (made) {
            throw new IllegalStateException(written + " was made already: dial again for another call");
        }
        made = true;
        return calls.make(this, setup, open);
    }

    /** As it was written in the test. */
    @Override
    public String toString() {
        return written;
    }

    private static Clip clip(Path recording) {
        return Clip.of(recording.toString(), SoundReader.read(recording));
    }
}
