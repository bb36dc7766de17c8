package scrip.domain.pool;

import java.util.Map;
import java.util.Set;

/**
 * What a turn has to know of builders where limits are on, or are being set (rule 24).
 *
 * @param licensed
 *            how many members build: those whose role is builder or admin
 * @param members
 *            those of them who have a custom limit, or are about to get one
 * @param uses
 *            what each builder that a command may spend for has used in the period that was written last, and has on
 *            hold, which is often nothing
 */
public record Builders(long licensed, Set<String> members, Map<String, BuilderUse> uses) {

    public static final Builders NONE = new Builders(0, Set.of(), Map.of());

    /** @return how many members who build share what custom limits leave */
    public long sharing(Limits limits) {
        return licensed - members.stream().filter(limits.custom()::containsKey).count();
    }
}
