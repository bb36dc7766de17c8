package scrip.web.notice;

import java.net.URI;
import java.time.InstantSource;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import scrip.application.notice.Notices;
import scrip.domain.notice.Notice;
import scrip.web.place.Paths;
import scrip.web.place.Place;
import scrip.web.place.Visit;

/** Takes a notice off the pages of the one person who has seen enough of it. */
@Controller
class NoticeController {

    private static final String DISMISS = "/notices/{number:[0-9]{1,18}}/dismiss";

    private final Notices notices;
    private final InstantSource clock;

    NoticeController(Notices notices, InstantSource clock) {
        this.notices = notices;
        this.clock = clock;
    }

    static String dismissUrl(Place place, Notice notice) {
        return place.settings() + "/notices/" + notice.number() + "/dismiss";
    }

    /** A script takes the notice away by itself; without one, the page comes again without it. */
    @PostMapping({Paths.LICENSE + DISMISS, Paths.SUBSCRIPTION + DISMISS})
    ResponseEntity<Void> dismiss(Visit visit, @PathVariable long number,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String script) {
        notices.dismiss(visit.pool(), visit.member().email(), number, clock.instant());
        return script == null
                ? ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create(visit.place().settings())).build()
                : ResponseEntity.ok().build();
    }
}
