package scrip.web.signin;

import java.util.List;

import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import scrip.application.workspace.Role;
import scrip.web.page.Frame;
import scrip.web.page.Initials;
import scrip.web.place.Frames;
import scrip.web.place.Person;
import scrip.web.place.Place;
import scrip.web.place.Places;
import scrip.web.place.Visit;

/** Leads everyone to where he works. */
@Controller
class HomeController {

    private final Places places;
    private final Frames frames;

    HomeController(Places places, Frames frames) {
        this.places = places;
        this.frames = frames;
    }

    @GetMapping("/")
    String home(@AuthenticationPrincipal Person person, Model model) {
        if (person.operator()) {
            return "redirect:/operator";
        }
        List<Visit> visits = places.visitsOf(person).stream()
                .filter(visit -> visit.member().role() != Role.END_USER).toList();
        if (visits.isEmpty()) {
            throw new AccessDeniedException("end users have no pages");
        }
        if (visits.size() == 1) {
            return "redirect:" + startOf(visits.getFirst());
        }
        model.addAttribute("frame", frames.ofNowhere(new Frame.Viewer(visits.getFirst().member().name(),
                person.email(), visits.getFirst().member().role().key())));
        model.addAttribute("page", new WorkspaceChoice(visits.stream().map(HomeController::choice).toList()));
        return "choose";
    }

    private static String startOf(Visit visit) {
        Place place = visit.place();
        return visit.isAdmin() ? place.settings() : place.builder();
    }

    private static WorkspaceChoice.Choice choice(Visit visit) {
        String name = visit.place().workspace().name();
        return new WorkspaceChoice.Choice(name, Initials.of(name), startOf(visit), visit.member().role().key());
    }
}
