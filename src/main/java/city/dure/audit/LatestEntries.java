package city.dure.audit;

import city.dure.ledger.EntryFilter;
import city.dure.ledger.LedgerEntries;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Service;

/** The newest open entries in sentences, for pages outside the explorer. */
@Service
public class LatestEntries {
    private final LedgerEntries entries;
    private final Sentences sentences;

    LatestEntries(LedgerEntries entries, Sentences sentences) {
        this.entries = entries;
        this.sentences = sentences;
    }

    /** That many, newest first, as everybody may read them. */
    public List<Line> newest(int size, Locale locale) {
        var newest = entries.page(EntryFilter.everythingOpen(), null, size).rows();
        return sentences.tell(newest, Reader.PUBLIC, locale).stream()
                .map(told -> new Line(told.number(), told.at(), told.sentence()))
                .toList();
    }

    /** One entry: its number, when it happened and what. */
    public record Line(long number, Instant at, String sentence) {}
}
