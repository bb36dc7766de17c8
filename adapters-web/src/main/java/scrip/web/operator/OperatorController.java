package scrip.web.operator;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import scrip.web.place.Frames;

/** The operator's console. */
@Controller
class OperatorController {

    private final Frames frames;
    private final OperatorPages pages;

    OperatorController(Frames frames, OperatorPages pages) {
        this.frames = frames;
        this.pages = pages;
    }

    @GetMapping(OperatorPages.HOME)
    String workspaces(@RequestParam(name = "q", defaultValue = "") String search,
            @RequestParam(defaultValue = "") String after, Model model) {
        model.addAttribute("frame", frames.ofOperator("workspaces"));
        model.addAttribute("page", pages.list(search, after));
        return "operator/workspaces";
    }

    @GetMapping(OperatorPages.HOME + "/workspaces/{slug}/ledger")
    String ledger(@PathVariable String slug, @RequestParam(required = false) @Nullable Long before, Model model) {
        model.addAttribute("frame", frames.ofOperator("workspaces"));
        model.addAttribute("page", pages.ledger(slug, before)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
        return "operator/ledger";
    }
}
