package city.dure.shopreports;

import city.dure.shared.Page;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where the next page of a list by time begins: after the row of this moment and id. */
record Key(Instant moment, UUID id) {
    private static final Pattern WRITTEN =
            Pattern.compile("(\\d{1,16})_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})");

    /** The key of a link; a link made by hand leads to the beginning, never to an error. */
    static Optional<Key> read(@Nullable String text) {
        var found = WRITTEN.matcher(text == null ? "" : text);
        return found.matches()
                ? Optional.of(
                        new Key(
                                Instant.EPOCH.plus(
                                        Long.parseLong(found.group(1)), ChronoUnit.MICROS),
                                UUID.fromString(found.group(2))))
                : Optional.empty();
    }

    /** A page of what was found, which is one row more when there is another page. */
    static <T> Page<T> page(List<T> found, int size, Function<T, Key> key) {
        return found.size() <= size
                ? new Page<>(found, null)
                : new Page<>(found.subList(0, size), key.apply(found.get(size - 1)).written());
    }

    OffsetDateTime at() {
        return moment.atOffset(ZoneOffset.UTC);
    }

    private String written() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, moment) + "_" + id;
    }
}
