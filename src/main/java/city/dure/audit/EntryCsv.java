package city.dure.audit;

import city.dure.ledger.EntryFilter;
import city.dure.ledger.LedgerEntries;
import city.dure.ledger.SealedEntry;
import city.dure.merkle.Hashes;
import city.dure.shared.Page;
import city.dure.web.CsvExport;
import city.dure.web.Formats;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Writes entries as CSV: opened for the auditor's working papers, or as the explorer tells them.
 */
@Component
class EntryCsv {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(Formats.ZONE);
    private static final int PIECE = 500;
    private static final List<String> TOLD =
            List.of("number", "at", "kind", "sentence", "fingerprint");
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

    private final LedgerEntries entries;
    private final Sentences sentences;
    private final MessageSource messages;

    EntryCsv(LedgerEntries entries, Sentences sentences, MessageSource messages) {
        this.entries = entries;
        this.sentences = sentences;
        this.messages = messages;
    }

    /** The entries of a list, newest first, read piece by piece as they are asked for. */
    Stream<List<SealedEntry>> pieces(EntryFilter filter) {
        return Stream.iterate(
                        Optional.of(entries.page(filter, null, PIECE)),
                        Optional::isPresent,
                        page -> page.flatMap(each -> after(filter, each)))
                .flatMap(Optional::stream)
                .map(Page::rows);
    }

    private Optional<Page<SealedEntry>> after(EntryFilter filter, Page<SealedEntry> page) {
        return Optional.ofNullable(page.next())
                .map(next -> entries.page(filter, Long.valueOf(next), PIECE));
    }

    /** Streams what this reader is told of the newest entries of a list, at most so many. */
    void tell(
            HttpServletResponse response,
            EntryFilter filter,
            long most,
            Reader reader,
            Locale locale) {
        CsvExport.write(
                response,
                messages.getMessage("audit.csv.file", null, locale) + ".csv",
                header(TOLD, locale),
                pieces(filter)
                        .flatMap(piece -> sentences.tell(piece, reader, locale).stream())
                        .limit(most)
                        .map(told -> line(told, locale)));
    }

    private List<String> line(Told told, Locale locale) {
        SealedEntry entry = told.entry();
        return List.of(
                String.valueOf(entry.number()),
                time(told.at()),
                sentences.title(entry.kind(), locale),
                told.sentence(),
                fingerprint(entry));
    }

    private List<String> header(List<String> columns, Locale locale) {
        return columns.stream()
                .map(column -> messages.getMessage("audit.csv." + column, null, locale))
                .toList();
    }

    private static String fingerprint(SealedEntry entry) {
        return HexFormat.of().formatHex(Hashes.leaf(entry.leaf()));
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
                header(COLUMNS, locale),
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
                fingerprint(entry));
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
