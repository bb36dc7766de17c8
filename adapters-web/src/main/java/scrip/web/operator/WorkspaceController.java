package scrip.web.operator;

import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.RequestContextUtils;
import scrip.application.metering.Caller;
import scrip.application.pool.Answer;
import scrip.application.purchase.RefundRequest;
import scrip.application.purchase.Refunds;
import scrip.application.workspace.Workspace;
import scrip.application.workspace.Workspaces;
import scrip.domain.license.Licensing;
import scrip.web.api.security.ApiKeyText;
import scrip.web.form.Form;
import scrip.web.place.Frames;

/**
 * One workspace: its license, members, API keys and grants. A form that is taken leads back to the page, one that is
 * refused comes back with what was typed and a complaint beside each field.
 */
@Controller
@RequestMapping(OperatorPages.HOME + "/workspaces/{slug}")
class WorkspaceController {

    private static final String DONE = "done";

    private final Frames frames;
    private final WorkspacePages pages;
    private final Workspaces workspaces;
    private final Means means;

    /**
     * What the forms need besides.
     *
     * @param newKeys
     *            draws API keys
     * @param licensing
     *            the licenses of a workspace as they stand
     */
    record Means(InstantSource clock, PasswordEncoder passwords, Supplier<ApiKeyText> newKeys,
            Function<Workspace, Licensing> licensing, Refunds refunds, ShownOnce once) {}

    WorkspaceController(Frames frames, WorkspacePages pages, Workspaces workspaces, Means means) {
        this.frames = frames;
        this.pages = pages;
        this.workspaces = workspaces;
        this.means = means;
    }

    @ModelAttribute
    Workspace place(@PathVariable String slug) {
        return workspaces.find(slug).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    @GetMapping
    ModelAndView show(@ModelAttribute(binding = false) Workspace place, HttpServletRequest request,
            HttpServletResponse response) {
        Map<String, ?> told = RequestContextUtils.getInputFlashMap(request);
        String done = told != null && told.get(DONE) instanceof String word ? word : null;
        String key = means.once.take(request, response, WorkspacePages.url(place)).orElse(null);
        return page(place, new WorkspacePages.Last(null, done, key));
    }

    @PostMapping("/license")
    ModelAndView license(@ModelAttribute(binding = false) Workspace place,
            @RequestParam MultiValueMap<String, String> sent,
            HttpServletRequest request) {
        Form form = new Form(LicenseForm.NAME, sent);
        return answer(place, form, LicenseForm.read(form, means.licensing.apply(place)), request, "license",
                license -> workspaces.enter(place.pool(), license));
    }

    @PostMapping("/license/end")
    ModelAndView endLicense(@ModelAttribute(binding = false) Workspace place, HttpServletRequest request) {
        workspaces.endLicense(place.pool());
        return back(place, request, "license-ended");
    }

    @PostMapping("/members")
    ModelAndView member(@ModelAttribute(binding = false) Workspace place,
            @RequestParam MultiValueMap<String, String> sent,
            HttpServletRequest request) {
        Form form = new Form(MemberForm.NAME, sent);
        return answer(place, form, MemberForm.read(form, place.pool(), means.passwords), request, "member",
                workspaces::put);
    }

    @PostMapping("/members/remove")
    ModelAndView removeMember(@ModelAttribute(binding = false) Workspace place, @RequestParam String email,
            HttpServletRequest request) {
        workspaces.removeMember(place.pool(), email);
        return back(place, request, "member-removed");
    }

    @PostMapping("/api-keys")
    ModelAndView apiKey(@ModelAttribute(binding = false) Workspace place,
            @RequestParam MultiValueMap<String, String> sent,
            HttpServletRequest request, HttpServletResponse response) {
        Form form = new Form(KeyForm.NAME, sent);
        ApiKeyText text = means.newKeys.get();
        return answer(place, form, KeyForm.read(form, place.pool(), text, means.clock.instant()), request, null,
                key -> {
                    workspaces.add(key);
                    means.once.put(response, WorkspacePages.url(place), text.reveal());
                });
    }

    @PostMapping("/api-keys/revoke")
    ModelAndView revoke(@ModelAttribute(binding = false) Workspace place, @RequestParam String id,
            HttpServletRequest request) {
        workspaces.removeApiKey(place.pool(), id);
        return back(place, request, "key-revoked");
    }

    @PostMapping("/grants")
    ModelAndView grant(@ModelAttribute(binding = false) Workspace place,
            @RequestParam MultiValueMap<String, String> sent,
            HttpServletRequest request) {
        Form form = new Form(GrantForm.NAME, sent);
        return answer(place, form, GrantForm.read(form, means.clock.instant()), request, "grant",
                gift -> done(workspaces.grant(new Caller(place.pool(), GrantForm.key(form, gift), new Given()), gift)));
    }

    /** Pays back what is unused of one of this workspace's purchases. */
    @PostMapping("/purchases/refund")
    ModelAndView refund(@ModelAttribute(binding = false) Workspace place,
            @RequestParam MultiValueMap<String, String> sent, HttpServletRequest request) {
        String id = String.valueOf(sent.getFirst("id"));
        if (!pages.has(place, id)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        Form form = new Form(RefundForm.name(id), sent);
        Optional<RefundRequest> read = RefundForm.read(form);
        String told = read.map(wanted -> means.refunds.refund(wanted, RefundForm::words).body()).orElse(null);
        return answer(place, form, read, request, told, _ -> {
        });
    }

    private static void done(CompletableFuture<Answer> answer) {
        try {
            answer.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    /**
     * @param done
     *            what the page says afterwards, or null for nothing
     */
    private <T> ModelAndView answer(Workspace place, Form form, Optional<T> read, HttpServletRequest request,
            @Nullable String done, Consumer<T> deed) {
        if (read.isEmpty()) {
            ModelAndView page = page(place, WorkspacePages.Last.refused(form));
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
        deed.accept(read.get());
        return back(place, request, done);
    }

    private static ModelAndView back(Workspace place, HttpServletRequest request, @Nullable String done) {
        if (done != null) {
            RequestContextUtils.getOutputFlashMap(request).put(DONE, done);
        }
        return new ModelAndView("redirect:" + WorkspacePages.url(place));
    }

    private ModelAndView page(Workspace place, WorkspacePages.Last last) {
        return new ModelAndView("operator/workspace",
                Map.of("frame", frames.ofOperator("workspaces"), "page", pages.of(place, last)));
    }
}
