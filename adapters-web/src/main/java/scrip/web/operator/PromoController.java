package scrip.web.operator;

import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.RequestContextUtils;
import scrip.web.form.Form;
import scrip.web.place.Frames;

/** The operator's page of promo codes (rule 27). */
@Controller
@RequestMapping(PromoPages.URL)
class PromoController {

    private static final String DONE = "done";

    private final Frames frames;
    private final PromoPages pages;

    PromoController(Frames frames, PromoPages pages) {
        this.frames = frames;
        this.pages = pages;
    }

    @GetMapping
    ModelAndView show(HttpServletRequest request) {
        Map<String, ?> told = RequestContextUtils.getInputFlashMap(request);
        return page(null, told != null && told.get(DONE) instanceof String word ? word : null);
    }

    @PostMapping
    ModelAndView save(@RequestParam MultiValueMap<String, String> sent, HttpServletRequest request) {
        Form form = new Form(PromoForm.NAME, sent);
        if (!pages.save(form)) {
            ModelAndView page = page(form, null);
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
        return back(request, "promo");
    }

    @PostMapping("/retire")
    ModelAndView retire(@RequestParam String code, HttpServletRequest request) {
        pages.retire(code);
        return back(request, "promo-retired");
    }

    private static ModelAndView back(HttpServletRequest request, String done) {
        RequestContextUtils.getOutputFlashMap(request).put(DONE, done);
        return new ModelAndView("redirect:" + PromoPages.URL);
    }

    private ModelAndView page(@Nullable Form refused, @Nullable String done) {
        return new ModelAndView("operator/promo-codes",
                Map.of("frame", frames.ofOperator("promo-codes"), "page", pages.page(refused, done)));
    }
}
