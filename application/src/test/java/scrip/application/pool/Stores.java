package scrip.application.pool;

import scrip.application.workspace.Member;
import scrip.domain.pool.CreditPool;
import scrip.domain.pool.PoolId;

/** A store of pools and what a contract needs around it. */
public interface Stores {

    PoolStore pools();

    /** Adds a pool as creating its workspace does. */
    void create(CreditPool added);

    /** Adds a member to a pool's workspace, or replaces him. */
    void put(Member member);

    /** @return an id that no pool of the store has, larger each time */
    PoolId nextId();
}
