package scrip.application.clock;

class InMemoryClockStoreTest extends ClockStoreContract {

    private final ClockStore store = new InMemoryClockStore();

    @Override
    protected ClockStore newStore() {
        return store;
    }
}
