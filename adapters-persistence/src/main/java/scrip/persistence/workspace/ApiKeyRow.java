package scrip.persistence.workspace;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

import scrip.application.workspace.ApiKey;
import scrip.application.workspace.Scope;
import scrip.domain.pool.PoolId;
import scrip.persistence.sql.Cells;
import scrip.persistence.sql.Micros;
import scrip.persistence.sql.Sql;

/** An API key as a row. */
record ApiKeyRow(ApiKey key) {

    static final String SELECT = "SELECT id, pool, name, scopes, secret_hash, created_at FROM api_key ";

    static ApiKeyRow of(Cells cells) throws SQLException {
        return new ApiKeyRow(new ApiKey(cells.text(), new PoolId(cells.number()), cells.text(), scopes(cells.text()),
                cells.text(), cells.instant()));
    }

    private static Set<Scope> scopes(String names) {
        return names.isEmpty() ? Set.of()
                : Arrays.stream(names.split(" ", -1)).map(Scope::ofKey).collect(Collectors.toUnmodifiableSet());
    }

    Sql insert() {
        String scopes = key.scopes().stream().sorted().map(Scope::key).collect(Collectors.joining(" "));
        return Sql.of("INSERT INTO api_key (id, pool, name, scopes, secret_hash, created_at) VALUES (?, ?, ?, ?, ?, ?)",
                key.id(), key.pool().value(), key.name(), scopes, key.secretHash(), Micros.of(key.createdAt()));
    }
}
