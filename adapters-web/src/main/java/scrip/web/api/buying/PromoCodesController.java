package scrip.web.api.buying;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import scrip.application.promo.PromoStore;
import scrip.application.promo.Redemption;
import scrip.application.purchase.Shop;
import scrip.application.workspace.Workspace;
import scrip.application.workspace.Workspaces;
import scrip.domain.promo.PromoCode;
import scrip.web.api.problem.Problem;
import scrip.web.api.problem.ProblemCode;
import scrip.web.api.request.Answers;
import scrip.web.api.request.ApiRequest;

/** The operator's promo codes (rule 27). */
@RestController
@RequestMapping("/api/v1/operator/promo-codes")
public final class PromoCodesController {

    private static final int PAGE = 1_000;

    private final PromoStore promos;
    private final Workspaces workspaces;
    private final Shop shop;
    private final InstantSource clock;

    public PromoCodesController(PromoStore promos, Workspaces workspaces, Shop shop, InstantSource clock) {
        this.promos = promos;
        this.workspaces = workspaces;
        this.shop = shop;
        this.clock = clock;
    }

    /** The newest thousand. */
    @GetMapping
    public ResponseEntity<byte[]> list() {
        Instant now = clock.instant();
        return Answers.ok(new PromoJson.All(
                promos.list(PAGE).stream().map(counted -> PromoJson.of(counted, now)).toList()));
    }

    @GetMapping("/{code}")
    public ResponseEntity<byte[]> show(@PathVariable String code) {
        PromoStore.Counted counted = find(code);
        List<PromoJson.UseJson> uses = promos.redemptions(counted.code().code(), PAGE).stream().map(this::use).toList();
        return Answers.ok(new PromoJson.Detailed(PromoJson.of(counted, clock.instant()), uses));
    }

    private PromoJson.UseJson use(Redemption redemption) {
        return PromoJson.UseJson.of(redemption,
                workspaces.find(redemption.claim().pool()).map(Workspace::slug).orElse(null));
    }

    /** Makes a code, or gives it new terms; one that was retired is in force again. */
    @PutMapping("/{code}")
    public ResponseEntity<byte[]> put(ApiRequest request, @PathVariable String code) {
        String name = PromoCode.normalized(code).orElseThrow(() -> Problem.invalid("code",
                "must be 1 to " + PromoCode.LONGEST + " of A–Z, 0–9, ., - and _, the first a letter or digit")
                .asException());
        String currency = shop.minimumCharge().currency();
        PromoInput terms = request.body(in -> PromoInput.of(in, currency));
        boolean isNew = promos.put(new PromoCode(name, terms.gives(), terms.conditions(), clock.instant(), null));
        return Answers.put(isNew, PromoJson.of(find(name), clock.instant()));
    }

    @DeleteMapping("/{code}")
    public ResponseEntity<byte[]> retire(@PathVariable String code) {
        promos.retire(find(code).code().code(), clock.instant());
        return Answers.nothing();
    }

    private PromoStore.Counted find(String typed) {
        Optional<PromoStore.Counted> found = PromoCode.normalized(typed).flatMap(promos::find);
        return found.orElseThrow(
                () -> Problem.of(ProblemCode.NOT_FOUND, "There is no such promo code.").asException());
    }
}
