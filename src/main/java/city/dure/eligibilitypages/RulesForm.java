package city.dure.eligibilitypages;

import city.dure.eligibility.Rules;
import city.dure.shared.MoneyKind;
import city.dure.web.Formats;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Rules as typed.
 *
 * @param operation makes them count once
 * @param version the newest ones that were shown
 * @param noticed the day of the notice
 * @param day the day on which they begin
 * @param minute the time of that day
 * @param kinds one for each kind of money
 */
record RulesForm(
        UUID operation,
        int version,
        @Nullable String noticed,
        @Nullable String day,
        @Nullable String minute,
        @Nullable List<KindForm> kinds) {
    /** As after the last day of a half-year, at the minute that cities use. */
    private static final String CUT_OVER = "23:00";

    static RulesForm of(Rules rules, int newest, LocalDate today) {
        return new RulesForm(
                UUID.randomUUID(),
                newest,
                today.toString(),
                today.plusMonths(1).toString(),
                CUT_OVER,
                Arrays.stream(MoneyKind.values())
                        .map(kind -> KindForm.of(kind.code(), rules.of(kind)))
                        .toList());
    }

    /** Rules as they were announced. */
    static RulesForm of(Rules announced) {
        var begins = announced.from().atZone(Formats.ZONE).toLocalDateTime();
        var form = of(announced, announced.version(), announced.noticedOn());
        return new RulesForm(
                form.operation,
                form.version,
                form.noticed,
                begins.toLocalDate().toString(),
                begins.toLocalTime().toString(),
                form.kinds);
    }

    /** The same as typed, on the version that holds now. */
    RulesForm at(int present) {
        return new RulesForm(operation, present, noticed, day, minute, kinds);
    }

    Optional<LocalDate> noticedOn() {
        return date(noticed);
    }

    /** The minute at which they begin, in Asia/Seoul. */
    Optional<Instant> from() {
        try {
            var time = LocalTime.parse(Objects.requireNonNullElse(minute, "").strip());
            return date(day).map(on -> on.atTime(time).atZone(Formats.ZONE).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty(); // told at the field
        }
    }

    List<KindForm> conditions() {
        return Objects.requireNonNullElse(kinds, List.of());
    }

    /** The rules, when everything can be read. */
    Rules rules() {
        var byKind = new EnumMap<MoneyKind, city.dure.eligibility.Rule>(MoneyKind.class);
        conditions()
                .forEach(each ->
                        MoneyKind.of(String.valueOf(each.kind()))
                                .ifPresent(kind -> byKind.put(kind, each.rule())));
        return new Rules(version, noticedOn().orElseThrow(), from().orElseThrow(), byKind);
    }

    private static Optional<LocalDate> date(@Nullable String typed) {
        try {
            return Optional.of(LocalDate.parse(Objects.requireNonNullElse(typed, "").strip()));
        } catch (DateTimeException e) {
            return Optional.empty(); // told at the field
        }
    }
}
