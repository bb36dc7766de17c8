package scrip.application.audit;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/** Goes through pages as if they were one list, holding one page at a time. */
final class Paged<T> implements Iterator<T> {

    private final Function<@Nullable T, List<T>> pageAfter;
    private Iterator<T> page;
    private @Nullable T last;

    /** @param pageAfter the page that follows an element, the first one for null; an empty one ends it */
    Paged(Function<@Nullable T, List<T>> pageAfter) {
        this.pageAfter = pageAfter;
        page = pageAfter.apply(null).iterator();
    }

    @Override
    public boolean hasNext() {
        if (!page.hasNext() && last != null) {
            page = pageAfter.apply(last).iterator();
            last = null;
        }
        return page.hasNext();
    }

    @Override
    public T next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        T next = page.next();
        last = next;
        return next;
    }
}
