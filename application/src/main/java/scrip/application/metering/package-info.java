/** Holding, settling and charging, as an AI service asks for it. */
@NullMarked
package scrip.application.metering;

import org.jspecify.annotations.NullMarked;
