package scrip.web.verify;

import java.util.List;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import scrip.application.audit.Verification;
import scrip.application.audit.VerificationLog.Run;
import scrip.application.audit.Verifications;
import scrip.web.operator.VerifyPage;
import scrip.web.page.AmountText;
import scrip.web.page.Moment;
import scrip.web.place.Frames;

/** The page Verification: its button begins one, and the page shows how the latest goes or went. */
@Controller
@RequestMapping(VerifyPageController.URL)
class VerifyPageController {

    static final String URL = "/operator/verify";

    private final Frames frames;
    private final Verifications verifications;
    private final PoolNames names;

    VerifyPageController(Frames frames, Verifications verifications, PoolNames names) {
        this.frames = frames;
        this.verifications = verifications;
        this.names = names;
    }

    @GetMapping
    String show(Model model) {
        model.addAttribute("frame", frames.ofOperator("verify"));
        model.addAttribute("page", verifications.latest().map(this::page)
                .orElseGet(() -> new VerifyPage(URL, "none", null, "", "", List.of())));
        return "operator/verify";
    }

    /** Where one goes on already, that one is shown. */
    @PostMapping
    String verify() {
        boolean _ = verifications.start();
        return "redirect:" + URL;
    }

    private VerifyPage page(Run run) {
        return new VerifyPage(URL, state(run), Moment.minute(run.begunAt()), AmountText.count(run.pools()),
                AmountText.count(run.entries()), run.findings().stream().map(this::finding).toList());
    }

    private String state(Run run) {
        if (run.endedAt() == null) {
            return verifications.isRunning(run) ? "running" : "stopped";
        }
        return run.findings().isEmpty() ? "whole" : "flawed";
    }

    private VerifyPage.Finding finding(Verification.Finding finding) {
        Long seq = finding.flaw().seq();
        return new VerifyPage.Finding(names.of(finding.pool()), seq == null ? null : AmountText.count(seq),
                finding.flaw().what());
    }
}
