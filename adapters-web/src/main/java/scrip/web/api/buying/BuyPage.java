package scrip.web.api.buying;

import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import scrip.application.workspace.Workspaces;
import scrip.domain.pool.PoolId;
import scrip.web.place.PublicAddress;

/** Where a pool's people get more credits: its settings page. */
public final class BuyPage {

    private static final int MOST_POOLS = 100_000;

    private final PublicAddress address;
    private final boolean selfHosted;
    private final Workspaces workspaces;
    private final Map<PoolId, URI> known = new ConcurrentHashMap<>();

    public BuyPage(PublicAddress address, boolean selfHosted, Workspaces workspaces) {
        this.address = address;
        this.selfHosted = selfHosted;
        this.workspaces = workspaces;
    }

    /** @return the address, looked up once: a pool's slug never changes */
    public URI of(PoolId pool) {
        URI page = known.get(pool);
        if (page == null) {
            page = URI.create(address.base() + path(pool));
            if (known.size() >= MOST_POOLS) {
                known.clear();
            }
            known.put(pool, page);
        }
        return page;
    }

    private String path(PoolId pool) {
        return selfHosted ? "/settings/license"
                : workspaces.find(pool).map(workspace -> "/" + workspace.slug() + "/settings/subscription").orElse("/");
    }
}
