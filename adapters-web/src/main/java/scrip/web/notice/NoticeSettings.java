package scrip.web.notice;

import java.net.URI;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import scrip.domain.notice.NoticeTerms;

/**
 * The settings {@code scrip.notices.*}.
 *
 * @param percentLeft
 *            shares of the period's grant left that people are told of, each 0 to 99; empty for none
 * @param daysBefore
 *            days before the end of add-on credits that people are told of it, each 1 to 365; empty for none
 * @param from
 *            the sender of e-mails, or null for {@code credits@} the host of the public address
 * @param webhooks
 *            where notices of all pools are sent as signed webhooks
 */
@ConfigurationProperties("scrip.notices")
public record NoticeSettings(@DefaultValue({
    "20", "10", "0"}) List<Integer> percentLeft,
        @DefaultValue({"30", "7", "1"}) List<Integer> daysBefore, @Nullable String from, @DefaultValue({
        }) List<Webhook> webhooks) {

    /**
     * @param url
     *            {@code https} or {@code http}
     * @param secret
     *            {@code whsec_} and 24 to 64 random bytes in base64
     */
    public record Webhook(URI url, String secret) {

        /** What is not set comes here as null. */
        public Webhook {
            if (url == null || secret == null) {
                throw new IllegalArgumentException("scrip.notices.webhooks: each has a url and a secret");
            }
        }
    }

    public NoticeTerms terms() {
        return new NoticeTerms(percentLeft, daysBefore);
    }
}
