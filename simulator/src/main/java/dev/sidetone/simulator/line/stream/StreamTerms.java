package dev.sidetone.simulator.line.stream;

import dev.sidetone.simulator.line.fault.FaultInjector;
import java.util.Random;

/**
 * What every stream of one call has in common.
 *
 * @param dice draws SIDs, timestamps and the sound of an idle line
 * @param lenient whether the server's messages are read more kindly than Twilio reads them
 * @param mischief what goes wrong on the line on purpose
 */
public record StreamTerms(Random dice, boolean lenient, FaultInjector mischief) {}
