package scrip.web.operator;

import java.time.InstantSource;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import scrip.application.promo.PromoStore;
import scrip.application.purchase.Shop;
import scrip.web.place.Frames;

/** Builds the operator's page of promo codes. */
@Configuration(proxyBeanMethods = false)
public class PromoPagesConfiguration {

    @Bean
    PromoController promoController(Frames frames, PromoStore promos, Shop shop, InstantSource clock) {
        return new PromoController(frames, new PromoPages(promos, shop, clock));
    }
}
