package scrip.web.verify;

import java.util.List;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import scrip.application.audit.Verification;
import scrip.application.audit.Verifier;
import scrip.web.operator.VerifyPage;
import scrip.web.page.AmountText;
import scrip.web.page.Moment;
import scrip.web.place.Frames;

/** The page Verification: its button verifies, and what was found is on the page that answers. */
@Controller
@RequestMapping(VerifyPageController.URL)
class VerifyPageController {

    static final String URL = "/operator/verify";

    private final Frames frames;
    private final Verifier verifier;
    private final PoolNames names;

    VerifyPageController(Frames frames, Verifier verifier, PoolNames names) {
        this.frames = frames;
        this.verifier = verifier;
        this.names = names;
    }

    @GetMapping
    String show(Model model) {
        return page(model, new VerifyPage(URL, null, "", "", false, List.of()));
    }

    @PostMapping
    String verify(Model model) {
        Verification verification = verifier.verify();
        return page(model, new VerifyPage(URL, Moment.minute(verification.at()),
                AmountText.count(verification.pools()), AmountText.count(verification.entries()), verification.ok(),
                verification.findings().stream().map(this::finding).toList()));
    }

    private VerifyPage.Finding finding(Verification.Finding finding) {
        Long seq = finding.flaw().seq();
        return new VerifyPage.Finding(names.of(finding.pool()), seq == null ? null : AmountText.count(seq),
                finding.flaw().what());
    }

    private String page(Model model, VerifyPage page) {
        model.addAttribute("frame", frames.ofOperator("verify"));
        model.addAttribute("page", page);
        return "operator/verify";
    }
}
