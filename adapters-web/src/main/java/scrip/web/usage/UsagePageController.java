package scrip.web.usage;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import scrip.domain.pool.CreditPool;
import scrip.web.place.Frames;
import scrip.web.place.Paths;
import scrip.web.place.Visit;

/** Usage and history: every charge with its receipt. */
@Controller
@RequestMapping({Paths.LICENSE + "/usage", Paths.SUBSCRIPTION + "/usage"})
class UsagePageController {

    private final Frames frames;
    private final UsagePages pages;
    private final ExplanationCards explanations;

    UsagePageController(Frames frames, UsagePages pages, ExplanationCards explanations) {
        this.frames = frames;
        this.pages = pages;
        this.explanations = explanations;
    }

    @GetMapping
    String show(Visit visit, UsageQuery asked, ExplainQuery explain, Model model) {
        CreditPool pool = pages.pool(visit);
        model.addAttribute("frame", frames.of(visit, "usage"));
        model.addAttribute("page", pages.of(visit, asked, pool,
                visit.isAdmin() ? explanations.of(visit.place().usage(), pool, explain) : null));
        return "usage";
    }

    /** All charges that match as CSV, on their way while the next are read. */
    @GetMapping("/csv")
    void csv(Visit visit, UsageQuery asked, HttpServletResponse response) throws IOException {
        response.setContentType("text/csv");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"usage.csv\"");
        pages.csv(visit, asked, response.getOutputStream());
    }
}
