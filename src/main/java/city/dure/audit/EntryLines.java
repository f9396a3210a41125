package city.dure.audit;

import city.dure.ledger.EntryFilter;
import city.dure.ledger.LedgerEntries;
import city.dure.ledger.SealedEntry;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Entries in sentences as everybody may read them, for pages outside the explorer. */
@Service
public class EntryLines {
    private final LedgerEntries entries;
    private final Sentences sentences;

    EntryLines(LedgerEntries entries, Sentences sentences) {
        this.entries = entries;
        this.sentences = sentences;
    }

    /** The newest open ones, that many. */
    public List<Line> newest(int size, Locale locale) {
        var newest = entries.page(EntryFilter.everythingOpen(), null, size).rows();
        return lines(newest, locale);
    }

    /** The entry of a number. */
    public Optional<Line> find(long number, Locale locale) {
        return entries.find(number).map(entry -> lines(List.of(entry), locale).getFirst());
    }

    private List<Line> lines(List<SealedEntry> entries, Locale locale) {
        return sentences.tell(entries, Reader.PUBLIC, locale).stream()
                .map(told -> new Line(told.number(), told.at(), told.sentence()))
                .toList();
    }

    /** One entry: its number, when it happened and what. */
    public record Line(long number, Instant at, String sentence) {}
}
