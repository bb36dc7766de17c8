package scrip.application.pool;

import scrip.domain.pool.CreditPool;
import scrip.domain.pool.PoolId;

/** Pools in memory for a contract. */
public final class InMemoryStores implements Stores {

    private final InMemoryPoolStore pools = new InMemoryPoolStore();
    private long lastId;

    @Override
    public InMemoryPoolStore pools() {
        return pools;
    }

    @Override
    public void create(CreditPool added) {
        pools.create(added);
    }

    @Override
    public PoolId nextId() {
        return new PoolId(++lastId);
    }
}
