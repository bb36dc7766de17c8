package scrip.web.api.metering;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import scrip.application.metering.Caller;
import scrip.application.metering.Metering;
import scrip.web.api.request.Answers;
import scrip.web.api.request.ApiRequest;

/** Charges in one step, and giving them back (rules 18 and 19). */
@RestController
@RequestMapping("/api/v1/charges")
public final class ChargesController {

    private final Metering metering;
    private final MeteringWriters writers;

    public ChargesController(Metering metering, MeteringWriters writers) {
        this.metering = metering;
        this.writers = writers;
    }

    @PostMapping
    public ResponseEntity<byte[]> charge(ApiRequest request) {
        return Answers.of(metering.charge(request.caller(writers.whole(request.pool(), MeteringWriters.CREATED)),
                request.body(MeteringInput::charge)));
    }

    @PostMapping("/{id}/refund")
    public ResponseEntity<byte[]> refund(ApiRequest request, @PathVariable String id) {
        long charge = PublicId.CHARGE.numberIn(request.pool(), id);
        Caller caller = request.caller(writers.whole(request.pool(), MeteringWriters.OK));
        MeteringInput.Refund refund = request.body(MeteringInput::refund);
        return Answers.of(metering.makeGood(caller, charge, refund.credits(), refund.reason()));
    }
}
