package scrip.application.pool;

import scrip.domain.pool.CreditPool;
import scrip.domain.pool.PoolId;

class InMemoryPoolStoreTest extends PoolStoreContract {

    private final InMemoryPoolStore pools = new InMemoryPoolStore();
    private long lastId;

    @Override
    protected PoolStore newStore() {
        return pools;
    }

    @Override
    protected void create(CreditPool added) {
        pools.create(added);
    }

    @Override
    protected PoolId nextId() {
        return new PoolId(++lastId);
    }
}
