package scrip.domain.pricing;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** All versions of the rate card, each in force from its start until the next one's (rule 21). */
public record RateCards(List<RateCard> cards) {

    /**
     * @throws IllegalArgumentException
     *             if there is none, or two share a version or a start
     */
    public RateCards {
        cards = cards.stream().sorted(Comparator.comparing(RateCard::startsAt)).toList();
        if (cards.isEmpty() || cards.stream().map(RateCard::version).distinct().count() < cards.size()
                || cards.stream().map(RateCard::startsAt).distinct().count() < cards.size()) {
            throw new IllegalArgumentException("rate cards need a version and a start of their own, one at least");
        }
    }

    /** @return the card in force; before the first card's start, the first */
    public RateCard at(Instant instant) {
        return cards.stream().filter(card -> !card.startsAt().isAfter(instant)).reduce((_, later) -> later)
                .orElse(cards.getFirst());
    }
}
