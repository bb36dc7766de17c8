package scrip.web.buy;

import java.net.URI;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;
import scrip.application.payment.CheckoutOrder;
import scrip.application.pool.Answer;
import scrip.application.pool.RequestKey;
import scrip.application.purchase.OrderRequest;
import scrip.application.purchase.Orders;
import scrip.web.api.security.Sha256;
import scrip.web.place.Frames;
import scrip.web.place.Paths;
import scrip.web.place.PublicAddress;
import scrip.web.place.Visit;

/** Get AI credits: the form, its quote, and the way to the payment page. For admins. */
@Controller
@RequestMapping({Paths.LICENSE, Paths.SUBSCRIPTION})
class BuyController {

    private final Frames frames;
    private final BuyPages pages;
    private final Orders orders;
    private final PaymentReturns returns;
    private final PublicAddress address;

    BuyController(Frames frames, BuyPages pages, Orders orders, PaymentReturns returns, PublicAddress address) {
        this.frames = frames;
        this.pages = pages;
        this.orders = orders;
        this.returns = returns;
        this.address = address;
    }

    @GetMapping("/buy")
    String form(Visit visit, Model model) {
        return show(visit, pages.fresh(visit.asAdmin()), model);
    }

    /** The page with what was typed and its price; to htmx only the parts that change. */
    @PostMapping("/buy/quote")
    String quote(Visit visit, BuyForm form, @RequestHeader(name = "HX-Request", required = false) @Nullable String htmx,
            Model model) {
        String view = show(visit, pages.of(visit.asAdmin(), form, null), model);
        return htmx == null ? view : "buy :: quote";
    }

    /** Opens the payment and leads there. The order decides: its own code may look used up to a form that is sent again. */
    @PostMapping("/buy")
    Object order(Visit visit, BuyForm form, HttpServletRequest request, HttpServletResponse response, Model model) {
        BuyPage page = pages.of(visit.asAdmin(), form, null);
        if (form.amount().isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return show(visit, page, model);
        }
        OrderOutcome outcome = new OrderOutcome(visit.place().settings());
        Answer answer = orders.order(order(visit, form, page.key(), request), outcome);
        if (answer.status() != OrderOutcome.GO_AND_PAY) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return show(visit, pages.of(visit, form, outcome.refusal(answer)), model);
        }
        return to(answer.body());
    }

    /** How a payment stands that is being confirmed. */
    @GetMapping("/payment")
    String payment(Visit visit, @RequestParam String checkout, Model model) {
        model.addAttribute("payment", returns.known(visit.asAdmin(), checkout)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
        return "payment :: result";
    }

    private String show(Visit visit, BuyPage page, Model model) {
        model.addAttribute("frame", frames.of(visit, visit.place().kind()));
        model.addAttribute("page", page);
        return "buy";
    }

    /** The same form sent twice is one order; another number or code under the same key is another. */
    private OrderRequest order(Visit visit, BuyForm form, String key, HttpServletRequest request) {
        String what = form.number() + "\n" + form.code();
        String settings = visit.place().settings();
        RequestKey once = RequestKey.ofPage(key + Sha256.hexOf(what).substring(0, 8), Sha256.hexOf(what));
        return new OrderRequest(visit.pool(), once,
                form.amount().orElseThrow(), form.code(), visit.member().email(),
                address.of(request, settings + "?checkout=" + CheckoutOrder.Returns.SESSION),
                URI.create(address.of(request, settings + PaymentReturns.turnedBack(Orders.idOf(visit.pool(), once)))));
    }

    private static View to(String url) {
        RedirectView redirect = new RedirectView(url);
        redirect.setStatusCode(HttpStatus.SEE_OTHER);
        redirect.setExposeModelAttributes(false);
        redirect.setExpandUriTemplateVariables(false);
        return redirect;
    }
}
