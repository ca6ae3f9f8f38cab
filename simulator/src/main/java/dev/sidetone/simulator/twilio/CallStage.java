package dev.sidetone.simulator.twilio;

import dev.sidetone.bridge.time.Timers;
import dev.sidetone.simulator.findings.Finding;
import dev.sidetone.simulator.line.loop.CallScheduler;
import dev.sidetone.simulator.line.net.FileDownload;
import dev.sidetone.simulator.line.net.Network;
import dev.sidetone.simulator.line.sound.Sound;
import dev.sidetone.simulator.line.stream.StreamNoun;
import dev.sidetone.simulator.timeline.EndedBy;
import dev.sidetone.simulator.timeline.Fact;
import dev.sidetone.simulator.timeline.FactSink;
import dev.sidetone.simulator.twilio.plan.Sids;
import dev.sidetone.simulator.twilio.rest.CallStatus;
import dev.sidetone.simulator.twilio.twiml.SoundFile;
import dev.sidetone.simulator.twilio.twiml.Stage;
import java.net.URI;
import java.util.Map;
import java.util.function.Consumer;

/** What TwiML's verbs do to one call. Owned by the call, on the line thread. */
final class CallStage implements Stage {
    private static final Map<String, String> FILE_HEADERS =
            Map.of("User-Agent", "TwilioProxy/1.1", "Accept", "audio/*, */*");

    private final LineCall call;
    private final CallScheduler agenda;
    private final Network network;
    private final SayVoice words;
    private final Sids sids;
    private final CallTicks ticks;
    private final CallStreams streams;
    private final FactSink facts;

    CallStage(
            LineCall call,
            CallScheduler agenda,
            Network network,
            SayVoice words,
            Sids sids,
            CallTicks ticks,
            CallStreams streams,
            FactSink facts) {
        this.call = call;
        this.agenda = agenda;
        this.network = network;
        this.words = words;
        this.sids = sids;
        this.ticks = ticks;
        this.streams = streams;
        this.facts = facts;
    }

    @Override
    public Timers timers() {
        return agenda;
    }

    @Override
    public boolean isUp() {
        return call.isUp();
    }

    @Override
    public void answer() {
        call.comeUp();
    }

    @Override
    public void play(Sound sound, Runnable over) {
        ticks.play(sound, over);
    }

    @Override
    public void quiet() {
        ticks.quiet();
    }

    @Override
    public void speak(String text, Consumer<byte[]> then) {
        words.speak(text)
                .whenComplete((mulaw, failure) -> agenda.arrive(agenda.nowNs(), () -> {
                    if (failure != null) {
                        note("the words could not be spoken: " + failure);
                    }
                    then.accept(failure != null ? new byte[0] : mulaw);
                }));
    }

    /** The file is read where it arrives. */
    @Override
    public Network.Link download(URI url, Consumer<SoundFile> then) {
        return FileDownload.begin(network, url, FILE_HEADERS, download -> {
            SoundFile file = SoundFile.read(url, download);
            agenda.arrive(agenda.nowNs(), () -> then.accept(file));
        });
    }

    @Override
    public void fetch(URI url, String method, Map<String, String> fields) {
        call.fetch(url, method, fields);
    }

    @Override
    public void openStream(StreamNoun noun) {
        streams.connect(noun);
    }

    @Override
    public boolean startStream(StreamNoun noun) {
        return streams.start(noun);
    }

    @Override
    public boolean runsStream(String name) {
        return streams.runs(name);
    }

    @Override
    public void stopStream(String name) {
        streams.stop(name);
    }

    @Override
    public String childCallSid() {
        return sids.call();
    }

    @Override
    public void turnAway(boolean busy) {
        call.progress().unanswered(busy ? CallStatus.BUSY : CallStatus.NO_ANSWER);
    }

    @Override
    public void hangUp(EndedBy by, String why) {
        call.hangUp(by, why);
    }

    @Override
    public void tell(Fact fact) {
        facts.add(fact);
    }

    @Override
    public void found(Finding finding) {
        call.found(finding);
    }

    @Override
    public void note(String text) {
        call.note(text);
    }
}
