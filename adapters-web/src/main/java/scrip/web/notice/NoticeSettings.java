package scrip.web.notice;

import java.util.List;

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
 */
@ConfigurationProperties("scrip.notices")
public record NoticeSettings(@DefaultValue({
    "20", "10", "0"}) List<Integer> percentLeft,
        @DefaultValue({"30", "7", "1"}) List<Integer> daysBefore) {

    public NoticeTerms terms() {
        return new NoticeTerms(percentLeft, daysBefore);
    }
}
