package scrip.web.signin;

import java.util.List;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import scrip.web.place.Frames;
import scrip.web.place.Person;

/** The sign-in page. */
@Controller
class SignInController {

    /** Shows the form again after a refusal; reached by a forward only. */
    static final String AGAIN = "/login/again";

    static final String STATE = "scrip.signin.state";

    /** What the address may say of why somebody is here. */
    private static final List<String> TOLD = List.of("signed-out", "expired", "unsent");

    private final Frames frames;
    private final DemoAccounts demo;

    SignInController(Frames frames, DemoAccounts demo) {
        this.frames = frames;
        this.demo = demo;
    }

    @GetMapping("/login")
    String show(@AuthenticationPrincipal @Nullable Person person, HttpServletRequest request, Model model) {
        if (person != null) {
            return "redirect:/";
        }
        String state = TOLD.stream().filter(told -> request.getParameter(told) != null).findFirst().orElse("fresh");
        return page(state, "", model);
    }

    @PostMapping(AGAIN)
    String again(@RequestAttribute(name = STATE, required = false) @Nullable String state,
            @RequestParam(defaultValue = "") String username, Model model) {
        return page(state == null ? "fresh" : state, username, model);
    }

    private String page(String state, String username, Model model) {
        model.addAttribute("frame", frames.ofNowhere(null));
        model.addAttribute("page", new SignInPage(state, username, demo.list()));
        return "login";
    }
}
