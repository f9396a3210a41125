package city.dure.verifications;

import city.dure.ledger.LedgerKind;
import city.dure.ledger.LedgerRecord;
import city.dure.replay.Replayed;
import city.dure.verification.Report;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The whole ledger was checked.
 *
 * @param size how many entries, so the entry itself is not among them
 * @param root of the RFC 6962 tree over them, in base64; null when something was altered
 * @param damages how many things are not as they were sealed
 * @param firstBad the number of the first bad entry; null when there is none, or none can be named
 * @param damage what kind of damage the first is; null when there is none
 * @param replayed how many things are in which state after the entries, such as {@code
 *     merchants_approved}; a replay that lacks openings stands under its name alone
 */
@LedgerKind(value = "ledger.verified", open = true)
record LedgerVerified(
        long size,
        @Nullable String root,
        Finding finding,
        long damages,
        @Nullable Long firstBad,
        @Nullable String damage,
        Map<String, String> replayed)
        implements LedgerRecord {
    /** What was found. */
    enum Finding {
        SOUND,
        ALTERED
    }

    static LedgerVerified of(Report report) {
        var first = report.sound() ? null : report.damages().getFirst();
        return new LedgerVerified(
                report.size(),
                report.head() == null
                        ? null
                        : Base64.getEncoder().encodeToString(report.head().root()),
                report.sound() ? Finding.SOUND : Finding.ALTERED,
                report.damageCount(),
                first == null ? null : first.number(),
                first == null ? null : first.kind().name().toLowerCase(Locale.ROOT),
                counts(report.replayed()));
    }

    private static Map<String, String> counts(List<Replayed> replayed) {
        var counts = new TreeMap<String, String>();
        for (Replayed one : replayed) {
            if (one.inFull()) {
                one.counts()
                        .forEach((state, count) ->
                                counts.put(one.name() + "_" + state, Long.toString(count)));
            } else {
                counts.put(one.name(), "closed");
            }
        }
        return counts;
    }
}
