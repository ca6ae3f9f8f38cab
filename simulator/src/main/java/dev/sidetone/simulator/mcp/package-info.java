/**
 * Sidetone for coding agents: its commands as tools of the Model Context Protocol, over standard input and output. Each tool runs the command
 * that a person would type and answers with a small part of its JSON. Nothing is written outside the working folder.
 */
@NullMarked
package dev.sidetone.simulator.mcp;

import org.jspecify.annotations.NullMarked;
