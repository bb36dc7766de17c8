package scrip.application.notice;

import scrip.application.pool.InMemoryStores;
import scrip.application.pool.Stores;

class InMemoryOutboxTest extends OutboxContract {

    private final InMemoryStores stores = new InMemoryStores();

    @Override
    protected Stores stores() {
        return stores;
    }

    @Override
    protected Outbox emptyOutbox() {
        return new InMemoryOutbox(stores.pools());
    }
}
