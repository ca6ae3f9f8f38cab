package dev.sidetone.simulator.agent;

import dev.sidetone.simulator.voice.Speech;
import java.util.concurrent.CompletableFuture;

/**
 * One thing that the agent says: why, what, after how long. What of it was sent already is kept by its {@link Delivery}.
 *
 * @param why what it answers
 * @param thinkMs how long it takes to find it
 * @param speech its sound, as good as always there already
 */
record Answer(AgentLog.Why why, long thinkMs, CompletableFuture<Speech> speech) {}
