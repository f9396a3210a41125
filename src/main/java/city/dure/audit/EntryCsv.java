package city.dure.audit;

import city.dure.ledger.SealedEntry;
import city.dure.merkle.Hashes;
import city.dure.web.CsvExport;
import city.dure.web.Formats;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Writes opened entries as CSV for the auditor's working papers. */
@Component
class EntryCsv {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(Formats.ZONE);
    private static final List<String> COLUMNS =
            List.of(
                    "number",
                    "at",
                    "sealed",
                    "kind",
                    "sentence",
                    "actor",
                    "by",
                    "details",
                    "fingerprint");

    private final Sentences sentences;
    private final MessageSource messages;

    EntryCsv(Sentences sentences, MessageSource messages) {
        this.sentences = sentences;
        this.messages = messages;
    }

    /** Streams the entries, a page at a time, under the name of a message. */
    void write(
            HttpServletResponse response,
            String name,
            Stream<List<SealedEntry>> pages,
            Locale locale) {
        CsvExport.write(
                response,
                messages.getMessage(name, null, locale) + ".csv",
                COLUMNS.stream()
                        .map(column -> messages.getMessage("audit.csv." + column, null, locale))
                        .toList(),
                pages.flatMap(page -> sentences.tell(page, Reader.AUDITOR, locale).stream())
                        .map(told -> row(told, locale)));
    }

    private List<String> row(Told told, Locale locale) {
        SealedEntry entry = told.entry();
        return List.of(
                String.valueOf(entry.number()),
                time(entry.at()),
                time(entry.sealedAt()),
                sentences.title(entry.kind(), locale),
                told.sentence(),
                sentences.role(entry.actor(), locale),
                Objects.requireNonNullElse(entry.by(), ""),
                details(entry),
                HexFormat.of().formatHex(Hashes.leaf(entry.leaf())));
    }

    private static String details(SealedEntry entry) {
        return entry.details().entrySet().stream()
                .map(each -> each.getKey() + "=" + each.getValue())
                .sorted()
                .collect(Collectors.joining("; "));
    }

    private static String time(Instant moment) {
        return TIME.format(moment);
    }
}
