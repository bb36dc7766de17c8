package scrip.domain.ledger;

/** Which part of the pool's stock credits belong to: a period, a promotional grant or a purchase. */
public sealed interface Source {

    /** The account whose balance the credits are part of. */
    Account account();

    /** @return a short text from which {@link #parse} makes the same source again, such as {@code a:purchase} */
    String code();

    /** Credits of the period with this number. */
    record Monthly(long period) implements Source {
        @Override
        public Account account() {
            return Account.MONTHLY;
        }

        @Override
        public String code() {
            return "m:" + period;
        }
    }

    /** Credits of the promotional grant with this number. */
    record Promotional(long grant) implements Source {
        @Override
        public Account account() {
            return Account.PROMOTIONAL;
        }

        @Override
        public String code() {
            return "p:" + grant;
        }
    }

    /** Credits of the purchase with this id. */
    record AddOn(String purchase) implements Source {
        @Override
        public Account account() {
            return Account.ADD_ON;
        }

        @Override
        public String code() {
            return "a:" + purchase;
        }
    }

    /**
     * @throws IllegalArgumentException
     *             if no source has this code
     */
    static Source parse(String code) {
        String rest = code.substring(Math.min(2, code.length()));
        return switch (code.isEmpty() ? ' ' : code.charAt(0)) {
            case 'm' -> new Monthly(Long.parseLong(rest));
            case 'p' -> new Promotional(Long.parseLong(rest));
            case 'a' -> new AddOn(rest);
            default -> throw new IllegalArgumentException("no source: " + code);
        };
    }
}
