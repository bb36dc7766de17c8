package scrip.web.topup;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import scrip.application.purchase.Shop;
import scrip.application.topup.AutoTopUps;
import scrip.application.topup.SavedCards;
import scrip.web.place.PublicAddress;

/** Builds what an admin sees of automatic top-up. */
@Configuration(proxyBeanMethods = false)
public class TopUpConfiguration {

    @Bean
    TopUpCards topUpCards(SavedCards cards, Shop shop, AutoTopUps.Selling selling) {
        return new TopUpCards(cards, shop, selling.offered());
    }

    @Bean
    TopUpController topUpController(SavedCards cards, Shop shop, PublicAddress address, AutoTopUps.Selling selling) {
        return new TopUpController(cards, shop, address, selling.offered());
    }
}
