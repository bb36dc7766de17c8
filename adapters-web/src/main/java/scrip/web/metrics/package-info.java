/** What goes on, in figures that Prometheus collects: decorators of the ports, so that nothing inside knows of them. */
@NullMarked
package scrip.web.metrics;

import org.jspecify.annotations.NullMarked;
