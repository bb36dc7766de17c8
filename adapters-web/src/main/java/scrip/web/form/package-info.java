/** Forms as people fill them in: what was typed, what it means, and what is wrong with it beside each field. */
@NullMarked
package scrip.web.form;

import org.jspecify.annotations.NullMarked;
