package city.dure.people;

import city.dure.access.Access.What;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Which lines of the access log a list shows, as it stands in the link; what cannot be read counts
 * as any.
 *
 * @param day as {@code 2026-11-21}
 * @param what the code of what happened
 */
record AccessFilter(@Nullable String day, @Nullable String what) {
    /** Whether anything narrows the list. */
    public boolean narrow() {
        return date() != null || kind() != null;
    }

    /** The link to the first part of this list on a page. */
    public String href(String path) {
        var link = UriComponentsBuilder.fromPath(path);
        if (date() != null) {
            link.queryParam("day", day);
        }
        if (kind() != null) {
            link.queryParam("what", what);
        }
        return link.toUriString();
    }

    /** The day; nothing for any. */
    public @Nullable LocalDate date() {
        try {
            return day == null ? null : LocalDate.parse(day);
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** What happened; nothing for any. */
    public @Nullable What kind() {
        return Arrays.stream(What.values())
                .filter(each -> each.code().equals(what))
                .findFirst()
                .orElse(null);
    }

    /** The same, of its day or else of this one: a kind alone would search the whole log. */
    AccessFilter bounded(LocalDate today) {
        return narrow() && date() == null ? new AccessFilter(today.toString(), what) : this;
    }
}
