package scrip.web.buy;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import scrip.application.purchase.Checkouts;
import scrip.application.purchase.Orders;
import scrip.application.purchase.PurchaseStore;
import scrip.application.purchase.Quotes;
import scrip.application.purchase.Shop;
import scrip.application.reading.Balances;
import scrip.web.place.Frames;
import scrip.web.place.PublicAddress;

/** Builds what fills the pages of a purchase. */
@Configuration(proxyBeanMethods = false)
public class BuyConfiguration {

    @Bean
    BuyPages buyPages(Quotes quotes, Shop shop, Balances balances) {
        return new BuyPages(quotes, shop, balances);
    }

    @Bean
    PaymentReturns paymentReturns(Checkouts checkouts, PurchaseStore purchases) {
        return new PaymentReturns(checkouts, purchases);
    }

    @Bean
    BuyController buyController(Frames frames, BuyPages pages, Orders orders, PaymentReturns returns,
            PublicAddress address) {
        return new BuyController(frames, pages, orders, returns, address);
    }
}
