package scrip.web.page;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A message above a page's content.
 *
 * @param key ends the message keys {@code notice.….title} and {@code notice.….text}; known keys are
 *     {@code low}, {@code exhausted}, {@code exhausted-all}, {@code add-on-ending}, {@code plan-changed},
 *     {@code plan-free}, {@code payment-failed}, {@code debt} and, after an action, {@code saved}, {@code refused}
 * @param args what the texts' placeholders stand for, already written out
 * @param tone {@code info}, {@code success}, {@code warning} or {@code danger}
 * @param dismissUrl where a POST makes it go away for this person, or null when it cannot
 */
public record Notice(String key, List<String> args, String tone, @Nullable String dismissUrl) {}
