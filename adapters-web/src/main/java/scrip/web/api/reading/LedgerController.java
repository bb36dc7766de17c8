package scrip.web.api.reading;

import java.nio.charset.StandardCharsets;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import scrip.application.reading.LedgerReader;
import scrip.domain.ledger.Entry;
import scrip.web.api.json.Field;
import scrip.web.api.request.Answers;
import scrip.web.api.request.ApiRequest;
import scrip.web.api.request.Query;

/** The ledger, page by page, as JSON or CSV (rule 30). */
@RestController
public final class LedgerController {

    private static final String CSV = "text/csv";
    private static final long PAGE = 100;
    private static final long LARGEST_PAGE = 1_000;
    private static final long LARGEST_SEQ = 999_999_999_999_999_999L;

    private final LedgerReader ledger;

    public LedgerController(LedgerReader ledger) {
        this.ledger = ledger;
    }

    @GetMapping("/api/v1/ledger")
    public ResponseEntity<byte[]> page(ApiRequest request) {
        Query query = request.query();
        Field<Long> after = query.whole("after", 0, LARGEST_SEQ);
        Field<Long> limit = query.whole("limit", 1, LARGEST_PAGE);
        query.check();
        int size = Math.toIntExact(limit.or(PAGE));
        List<Entry> entries = ledger.entries(request.pool(), after.or(0L), size);
        Long next = next(request, entries, size);
        List<EntryJson> rows = entries.stream().map(entry -> EntryJson.of(request.pool(), entry)).toList();
        return request.prefers(CSV) ? csv(rows, next, size) : Answers.ok(new EntryJson.Page(rows, next));
    }

    /** @return where the next page begins, null after the last */
    private @Nullable Long next(ApiRequest request, List<Entry> entries, int size) {
        if (entries.size() < size) {
            return null;
        }
        long last = entries.getLast().seq();
        return ledger.entries(request.pool(), last, 1).isEmpty() ? null : last;
    }

    private static ResponseEntity<byte[]> csv(List<EntryJson> rows, @Nullable Long next, int size) {
        ResponseEntity.BodyBuilder response = ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8));
        if (next != null) {
            response.header(HttpHeaders.LINK,
                    "</api/v1/ledger?after=" + next + "&limit=" + size + ">; rel=\"next\"");
        }
        return response.body(LedgerCsv.of(rows).getBytes(StandardCharsets.UTF_8));
    }
}
