package scrip.web.api.buying;

import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import scrip.application.workspace.Workspaces;
import scrip.domain.pool.PoolId;

/** Where a pool's people get more credits: its settings page. */
public final class BuyPage {

    private static final int MOST_POOLS = 100_000;

    private final String publicUrl;
    private final boolean selfHosted;
    private final Workspaces workspaces;
    private final Map<PoolId, URI> known = new ConcurrentHashMap<>();

    /**
     * @param publicUrl
     *            without a slash at its end
     */
    public BuyPage(String publicUrl, boolean selfHosted, Workspaces workspaces) {
        this.publicUrl = publicUrl;
        this.selfHosted = selfHosted;
        this.workspaces = workspaces;
    }

    /** @return the address, looked up once: a pool's slug never changes */
    public URI of(PoolId pool) {
        URI page = known.get(pool);
        if (page == null) {
            page = URI.create(publicUrl + path(pool));
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
