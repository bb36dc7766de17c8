/** Notices on their way to people: read on pages, sent by e-mail and webhook (rule 31). */
@NullMarked
package scrip.application.notice;

import org.jspecify.annotations.NullMarked;
