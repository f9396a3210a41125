package city.dure.shopreports;

import city.dure.merchants.MerchantSummary;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/**
 * A report as it was filled in.
 *
 * @param operation makes it count once
 * @param kind the code of what is reported
 * @param refusal the code of what happened at the counter; of a closed shop it is not looked at
 * @param seen the day, ISO 8601
 */
record ReportForm(
        UUID operation, @Nullable String kind, @Nullable String refusal, @Nullable String seen) {

    static ReportForm blank(@Nullable ReportKind only, LocalDate today) {
        String kind = only == null ? null : only.code();
        return new ReportForm(UUID.randomUUID(), kind, null, today.toString());
    }

    /** Puts a sentence at each field that is wrong. */
    void check(MerchantSummary shop, LocalDate today, Errors errors) {
        var known = ReportKind.of(kind);
        boolean refuses = known.filter(ReportKind.REFUSES::equals).isPresent();
        if (known.isEmpty()) {
            errors.rejectValue("kind", "shopreports.kind.missing");
        } else if (refuses && !shop.isMerchant()) {
            errors.rejectValue("kind", "shopreports.kind.no-merchant");
        } else if (refuses && Refusal.of(refusal).isEmpty()) {
            errors.rejectValue("refusal", "shopreports.refusal.missing");
        }
        checkDay(day().orElse(null), today, errors);
    }

    /** What was seen, once nothing is wrong with it. */
    ShopReports.Sighting sighting() {
        ReportKind known = ReportKind.of(kind).orElseThrow();
        Refusal happened = known == ReportKind.REFUSES ? Refusal.of(refusal).orElseThrow() : null;
        return new ShopReports.Sighting(known, happened, day().orElseThrow());
    }

    private static void checkDay(@Nullable LocalDate day, LocalDate today, Errors errors) {
        if (day == null) {
            errors.rejectValue("seen", "shopreports.seen.wrong");
        } else if (day.isAfter(today)) {
            errors.rejectValue("seen", "shopreports.seen.future");
        } else if (day.isBefore(today.minusDays(ShopReports.OLDEST_DAYS))) {
            errors.rejectValue("seen", "shopreports.seen.old");
        }
    }

    private Optional<LocalDate> day() {
        try {
            return Optional.of(LocalDate.parse(Objects.requireNonNullElse(seen, "").strip()));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
