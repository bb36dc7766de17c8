package scrip.web.api.metering;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import scrip.application.metering.Metering;
import scrip.application.reading.Balances;
import scrip.domain.pool.Hold;
import scrip.domain.pool.PoolId;
import scrip.web.api.problem.Problem;
import scrip.web.api.problem.ProblemCode;
import scrip.web.api.reading.BalanceAnswers;
import scrip.web.api.request.Answers;
import scrip.web.api.request.ApiRequest;

/** Holds: setting credits aside for an operation, and what becomes of them (rules 13 to 16). */
@RestController
@RequestMapping("/api/v1/holds")
public final class HoldsController {

    private final Metering metering;
    private final MeteringWriters writers;
    private final Balances balances;
    private final BalanceAnswers balanceAnswers;

    public HoldsController(Metering metering, MeteringWriters writers, Balances balances,
            BalanceAnswers balanceAnswers) {
        this.metering = metering;
        this.writers = writers;
        this.balances = balances;
        this.balanceAnswers = balanceAnswers;
    }

    @PostMapping
    public ResponseEntity<byte[]> place(ApiRequest request) {
        return Answers.of(metering.hold(request.caller(writers.whole(request.pool(), MeteringWriters.OK)),
                request.body(MeteringInput::hold)));
    }

    @GetMapping("/{id}")
    public ResponseEntity<byte[]> show(ApiRequest request, @PathVariable String id) {
        PoolId pool = request.pool();
        Hold hold = balances.hold(pool, PublicId.HOLD.numberIn(pool, id))
                .orElseThrow(() -> Problem.of(ProblemCode.NOT_FOUND, "There is no hold with this id.").asException());
        return Answers.ok(HoldJson.of(pool, hold, balanceAnswers.now(pool)));
    }

    @PostMapping("/{id}/settle")
    public ResponseEntity<byte[]> settle(ApiRequest request, @PathVariable String id) {
        long hold = PublicId.HOLD.numberIn(request.pool(), id);
        return Answers.of(metering.settle(request.caller(writers.whole(request.pool(), MeteringWriters.OK)), hold,
                request.body(MeteringInput::settle)));
    }

    @PostMapping("/{id}/release")
    public ResponseEntity<byte[]> release(ApiRequest request, @PathVariable String id) {
        long hold = PublicId.HOLD.numberIn(request.pool(), id);
        return Answers.of(
                metering.release(request.caller(writers.whole(request.pool(), MeteringWriters.OK)), hold));
    }

    @PostMapping("/{id}/extend")
    public ResponseEntity<byte[]> extend(ApiRequest request, @PathVariable String id) {
        long hold = PublicId.HOLD.numberIn(request.pool(), id);
        return Answers.of(metering.extend(request.caller(writers.whole(request.pool(), MeteringWriters.OK)), hold,
                request.body(MeteringInput::extend)));
    }
}
