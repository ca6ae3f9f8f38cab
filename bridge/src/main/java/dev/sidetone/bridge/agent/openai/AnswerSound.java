package dev.sidetone.bridge.agent.openai;

import dev.sidetone.bridge.agent.AgentEvent;
import dev.sidetone.bridge.agent.AgentFlaw;
import dev.sidetone.bridge.agent.AgentPort;
import dev.sidetone.bridge.audio.AudioFormat;
import dev.sidetone.bridge.audio.MulawChunk;
import dev.sidetone.bridge.audio.Transcoder;

/** The sound of answers as it comes, in the line's format and each under the name of its answer. One per conversation, on the call's event loop. */
final class AnswerSound {
    private final Transcoder down;
    private final RecentAnswers answers;
    private final ResponseContent content;

    /** @param format the wire's */
    AnswerSound(AudioFormat format, RecentAnswers answers, ResponseContent content) {
        this.down = new Transcoder(format);
        this.answers = answers;
        this.content = content;
    }

    /** Reports a piece of sound, or that it is none; what is empty is nothing. */
    void play(AudioDelta delta, AgentPort port, long atNs) {
        if (delta.base64().isEmpty()) {
            return;
        }
        RecentAnswers.Answer answer = answers.of(delta.item(), delta.response());
        if (answer.isNew()) {
            down.newAnswer();
        }
        MulawChunk chunk;
        try {
            chunk = down.toLineText(delta.base64());
        } catch (IllegalArgumentException e) {
            port.warn("the agent sent audio that is not base64");
            port.report(new AgentEvent.Flawed(atNs, AgentFlaw.UNREADABLE, AgentFlaw.NO_BASE64));
            return;
        }
        if (chunk.bytes() > 0) {
            if (answer.isNew() && answers.goesOn(answer)) {
                port.report(new AgentEvent.Continued(atNs));
            }
            content.sounds();
            answer.add(chunk.bytes());
            port.report(new AgentEvent.Audio(atNs, answer.name(), chunk));
        }
    }
}
