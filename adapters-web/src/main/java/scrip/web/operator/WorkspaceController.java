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
import scrip.application.workspace.Member;
import scrip.application.workspace.Workspace;
import scrip.application.workspace.Workspaces;
import scrip.domain.license.Licensing;
import scrip.web.api.security.ApiKeyText;
import scrip.web.form.Form;
import scrip.web.place.Frames;
import scrip.web.signin.SignedIn;

/**
 * One workspace: its name, license, members, API keys and grants. A form that is taken leads back to the page, one that is
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
            Function<Workspace, Licensing> licensing, Refunds refunds, ShownOnce once, SignedIn signedIn) {}

    WorkspaceController(Frames frames, WorkspacePages pages, Workspaces workspaces, Means means) {
        this.frames = frames;
        this.pages = pages;
        this.workspaces = workspaces;
        this.means = means;
    }

    /**
     * What somebody wants of a workspace.
     *
     * @param sent
     *            the form, if it is one
     */
    record Errand(Workspace place, MultiValueMap<String, String> sent, HttpServletRequest request) {

        /** A form of ours always has it. */
        String text(String field) {
            return Optional.ofNullable(sent.getFirst(field))
                    .orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST));
        }
    }

    @ModelAttribute
    Errand errand(@PathVariable String slug, @RequestParam MultiValueMap<String, String> sent,
            HttpServletRequest request) {
        Workspace place = workspaces.find(slug).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return new Errand(place, sent, request);
    }

    @GetMapping
    ModelAndView show(@ModelAttribute(binding = false) Errand errand, HttpServletResponse response) {
        Map<String, ?> told = RequestContextUtils.getInputFlashMap(errand.request);
        String done = told != null && told.get(DONE) instanceof String word ? word : null;
        String key = means.once.take(errand.request, response, WorkspacePages.url(errand.place)).orElse(null);
        return page(errand.place, new WorkspacePages.Last(null, done, key));
    }

    @PostMapping("/name")
    ModelAndView rename(@ModelAttribute(binding = false) Errand errand) {
        Form form = new Form(NameForm.NAME, errand.sent);
        return answer(errand, form, NameForm.read(form), "renamed",
                name -> workspaces.put(errand.place.slug(), name));
    }

    @PostMapping("/license")
    ModelAndView license(@ModelAttribute(binding = false) Errand errand) {
        Form form = new Form(LicenseForm.NAME, errand.sent);
        return answer(errand, form, LicenseForm.read(form, means.licensing.apply(errand.place)), "license",
                license -> workspaces.enter(errand.place.pool(), license));
    }

    @PostMapping("/license/end")
    ModelAndView endLicense(@ModelAttribute(binding = false) Errand errand) {
        workspaces.endLicense(errand.place.pool());
        return back(errand, "license-ended");
    }

    @PostMapping("/members")
    ModelAndView member(@ModelAttribute(binding = false) Errand errand) {
        Form form = new Form(MemberForm.NAME, errand.sent);
        return answer(errand, form, MemberForm.read(form, errand.place.pool(), means.passwords), "member", this::put);
    }

    private void put(Member member) {
        workspaces.put(member);
        if (member.passwordHash() != null) {
            means.signedIn.end(member.email());
        }
    }

    @PostMapping("/members/remove")
    ModelAndView removeMember(@ModelAttribute(binding = false) Errand errand) {
        workspaces.removeMember(errand.place.pool(), errand.text("email"));
        return back(errand, "member-removed");
    }

    @PostMapping("/api-keys")
    ModelAndView apiKey(@ModelAttribute(binding = false) Errand errand, HttpServletResponse response) {
        Form form = new Form(KeyForm.NAME, errand.sent);
        ApiKeyText text = means.newKeys.get();
        return answer(errand, form, KeyForm.read(form, errand.place.pool(), text, means.clock.instant()), null, key -> {
            workspaces.add(key);
            means.once.put(response, WorkspacePages.url(errand.place), text.reveal());
        });
    }

    @PostMapping("/api-keys/revoke")
    ModelAndView revoke(@ModelAttribute(binding = false) Errand errand) {
        workspaces.removeApiKey(errand.place.pool(), errand.text("id"));
        return back(errand, "key-revoked");
    }

    @PostMapping("/grants")
    ModelAndView grant(@ModelAttribute(binding = false) Errand errand) {
        Form form = new Form(GrantForm.NAME, errand.sent);
        return answer(errand, form, GrantForm.read(form, means.clock.instant()), "grant", gift -> done(workspaces
                .grant(new Caller(errand.place.pool(), GrantForm.key(form, gift), new Given()), gift)));
    }

    /** Pays back what is unused of one of this workspace's purchases. */
    @PostMapping("/purchases/refund")
    ModelAndView refund(@ModelAttribute(binding = false) Errand errand) {
        String id = errand.text("id");
        if (!pages.has(errand.place, id)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        Form form = new Form(RefundForm.name(id), errand.sent);
        Optional<RefundRequest> read = RefundForm.read(form);
        String told = read.map(wanted -> means.refunds.refund(wanted, RefundForm::words).body()).orElse(null);
        return answer(errand, form, read, told, _ -> {
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
    private <T> ModelAndView answer(Errand errand, Form form, Optional<T> read, @Nullable String done,
            Consumer<T> deed) {
        if (read.isEmpty()) {
            ModelAndView page = page(errand.place, WorkspacePages.Last.refused(form));
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
        deed.accept(read.get());
        return back(errand, done);
    }

    private static ModelAndView back(Errand errand, @Nullable String done) {
        if (done != null) {
            RequestContextUtils.getOutputFlashMap(errand.request).put(DONE, done);
        }
        return new ModelAndView("redirect:" + WorkspacePages.url(errand.place));
    }

    private ModelAndView page(Workspace place, WorkspacePages.Last last) {
        return new ModelAndView("operator/workspace",
                Map.of("frame", frames.ofOperator("workspaces"), "page", pages.of(place, last)));
    }
}
