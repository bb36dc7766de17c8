package scrip.application.pool;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import scrip.application.workspace.Member;
import scrip.domain.pool.CreditPool;
import scrip.domain.pool.PoolId;

/** Pools in memory for a contract. */
public final class InMemoryStores implements Stores {

    private final InMemoryPoolStore pools = new InMemoryPoolStore();
    private final Map<PoolId, Map<String, Member>> members = new HashMap<>();
    private long lastId;

    public InMemoryStores() {
        pools.memberIn(pool -> List.copyOf(members.getOrDefault(pool, Map.of()).values()));
    }

    @Override
    public InMemoryPoolStore pools() {
        return pools;
    }

    @Override
    public void create(CreditPool added) {
        pools.create(added);
    }

    @Override
    public void put(Member member) {
        members.computeIfAbsent(member.pool(), _ -> new HashMap<>()).put(member.email(), member);
    }

    @Override
    public PoolId nextId() {
        return new PoolId(++lastId);
    }
}
