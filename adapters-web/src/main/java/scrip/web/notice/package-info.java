/** Notices on the pages, by e-mail and by signed webhooks (rule 31). */
@NullMarked
package scrip.web.notice;

import org.jspecify.annotations.NullMarked;
