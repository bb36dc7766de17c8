package scrip.application.notice;

import scrip.application.pool.InMemoryStores;
import scrip.application.pool.Stores;

class InMemoryNoticesTest extends NoticesContract {

    private final InMemoryStores stores = new InMemoryStores();

    @Override
    protected Stores stores() {
        return stores;
    }

    @Override
    protected Notices newNotices() {
        return new InMemoryNotices(stores.pools());
    }
}
