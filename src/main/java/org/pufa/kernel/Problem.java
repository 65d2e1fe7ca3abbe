package org.pufa.kernel;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Something that was asked and is refused, for a reason the asker can act on. Features fail with it; only the web
 * toolkit turns it into a page or a document. It carries a message key and arguments, never prose.
 */
public final class Problem extends RuntimeException {

    /** What sort of refusal it is; each sort has one HTTP status, known to the web toolkit alone. */
    public enum Sort { MALFORMED, UNAUTHENTICATED, FORBIDDEN, NOT_FOUND, CONFLICT, GONE, TOO_LARGE, INVALID, TOO_MANY,
        BUSY }

    /**
     * One thing that is wrong in what was sent.
     *
     * @param field where: the name of a field, an item id, or a path such as {@code answers.q3}
     * @param key message key of the sentence that says what is wrong and how to mend it
     * @param args arguments of that sentence
     */
    public record FieldError(String field, String key, List<Object> args) {

        public FieldError {
            Objects.requireNonNull(field);
            Objects.requireNonNull(key);
            args = List.copyOf(args);
        }

        public static FieldError of(String field, String key, Object... args) {
            return new FieldError(field, key, List.of(args));
        }
    }

    private final transient Sort sort;
    private final transient List<Object> args;
    private final transient List<FieldError> errors;
    private final transient Map<String, Object> details;

    private Problem(Sort sort, String key, List<Object> args, List<FieldError> errors, Map<String, Object> details) {
        super(key, null, false, false);
        this.sort = sort;
        this.args = List.copyOf(args);
        this.errors = List.copyOf(errors);
        this.details = Map.copyOf(details);
    }

    public static Problem of(Sort sort, String key, Object... args) {
        return new Problem(sort, key, List.of(args), List.of(), Map.of());
    }

    public static Problem notFound(String key, Object... args) {
        return of(Sort.NOT_FOUND, key, args);
    }

    public static Problem forbidden(String key, Object... args) {
        return of(Sort.FORBIDDEN, key, args);
    }

    public static Problem conflict(String key, Object... args) {
        return of(Sort.CONFLICT, key, args);
    }

    public static Problem malformed(String key, Object... args) {
        return of(Sort.MALFORMED, key, args);
    }

    /** Well-formed, but not acceptable: every wrong field at once, so that it can be mended in one go. */
    public static Problem invalid(String key, List<FieldError> errors) {
        return new Problem(Sort.INVALID, key, List.of(), errors, Map.of());
    }

    /** The same problem with one more fact for whoever shows it, such as the receipt of the earlier entry. */
    public Problem with(String name, Object value) {
        var more = new java.util.HashMap<>(details);
        more.put(name, value);
        return new Problem(sort, key(), args, errors, more);
    }

    public Sort sort() {
        return sort;
    }

    /** Key of the sentence that explains the refusal. */
    public String key() {
        return getMessage();
    }

    public List<Object> args() {
        return args;
    }

    public List<FieldError> errors() {
        return errors;
    }

    public Map<String, Object> details() {
        return details;
    }
}
