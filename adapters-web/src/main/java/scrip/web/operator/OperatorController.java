package scrip.web.operator;

import java.util.Optional;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import scrip.web.form.Form;
import scrip.web.place.Frames;
import scrip.web.usage.ExplainQuery;

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
        return list(search, after, pages.opening(), model);
    }

    /** Makes a workspace and leads to it. */
    @PostMapping(OperatorPages.HOME + "/workspaces")
    String create(@RequestParam MultiValueMap<String, String> sent, HttpServletResponse response,
            RedirectAttributes told, Model model) {
        if (!pages.canCreate()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        Form form = new Form(WorkspaceForm.NAME, sent);
        Optional<String> made = pages.create(form);
        if (made.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return list("", "", form, model);
        }
        told.addFlashAttribute("done", "workspace");
        return "redirect:" + made.get();
    }

    private String list(String search, String after, Form create, Model model) {
        model.addAttribute("frame", frames.ofOperator("workspaces"));
        model.addAttribute("page", pages.list(search, after, create));
        return "operator/workspaces";
    }

    @GetMapping(OperatorPages.HOME + "/workspaces/{slug}/ledger")
    String ledger(@PathVariable String slug, @RequestParam(required = false) @Nullable Long before,
            ExplainQuery explain, Model model) {
        model.addAttribute("frame", frames.ofOperator("workspaces"));
        model.addAttribute("page", pages.ledger(slug, before, explain)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
        return "operator/ledger";
    }
}
