package scrip.web.usage;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import scrip.domain.pool.Charge;
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

    /** The same charges as CSV. */
    @GetMapping("/csv")
    void csv(Visit visit, UsageQuery asked, HttpServletResponse response) throws IOException {
        List<Charge> found = pages.latest(visit, asked);
        response.setContentType("text/csv");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"usage.csv\"");
        PrintWriter out = response.getWriter();
        out.print(ChargeCsv.HEAD);
        found.forEach(charge -> out.print(ChargeCsv.line(charge)));
    }
}
