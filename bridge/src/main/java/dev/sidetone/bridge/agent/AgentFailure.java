package dev.sidetone.bridge.agent;

/**
 * Why there is no agent.
 *
 * @param code a finding's code: {@code agent-unreachable}, {@code agent-auth}, {@code agent-busy}, {@code agent-config},
 *     {@code silent-agent} or {@code agent-died}
 * @param what one sentence
 * @param cure one sentence
 */
public record AgentFailure(String code, String what, String cure) {}
