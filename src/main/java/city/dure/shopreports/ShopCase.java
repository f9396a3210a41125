package city.dure.shopreports;

import city.dure.merchants.MerchantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * All reports of one kind about one shop that came in before somebody settled them.
 *
 * @param version counts its changes, a further report too; who settles it names the one seen
 * @param openedAt when the first report came in
 * @param reports by how many people
 * @param newestSeen the newest day on which somebody saw it
 * @param outcome null while it is open, as are when and by whom it was settled
 */
record ShopCase(
        CaseId id,
        int version,
        MerchantId shop,
        ReportKind kind,
        Instant openedAt,
        int reports,
        LocalDate newestSeen,
        @Nullable Outcome outcome,
        @Nullable Instant settledAt,
        @Nullable String settledBy) {
    /** Whether nobody has settled it yet. */
    public boolean open() {
        return settledAt == null;
    }

    /** What it came to, for message keys: {@code received} while it is open. */
    public String state() {
        return outcome == null ? "received" : outcome.code();
    }

    static ShopCase read(ResultSet row, int number) throws SQLException {
        return new ShopCase(
                new CaseId(row.getObject("id", UUID.class)),
                row.getInt("version"),
                new MerchantId(row.getObject("merchant_id", UUID.class)),
                ReportKind.of(row.getString("kind")).orElseThrow(),
                row.getObject("opened_at", OffsetDateTime.class).toInstant(),
                row.getInt("reports"),
                row.getObject("newest_seen", LocalDate.class),
                Outcome.of(row.getString("outcome")).orElse(null),
                instant(row.getObject("settled_at", OffsetDateTime.class)),
                row.getString("settled_by"));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return Optional.ofNullable(time).map(OffsetDateTime::toInstant).orElse(null);
    }
}
