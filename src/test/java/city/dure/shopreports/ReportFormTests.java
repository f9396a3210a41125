package city.dure.shopreports;

import static org.assertj.core.api.Assertions.assertThat;

import city.dure.merchants.Business;
import city.dure.merchants.MerchantId;
import city.dure.merchants.MerchantStatus;
import city.dure.merchants.MerchantSummary;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.FieldError;

/** What may be reported of which shop; today is 22 November 2026. */
class ReportFormTests {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    @ParameterizedTest
    @CsvSource({
        "APPROVED, closed, '', 2026-11-22",
        "LISTED, closed, '', 2026-10-23",
        "APPROVED, refuses, not_taken, 2026-11-22",
        "SUSPENDED, refuses, worse, 2026-11-21",
        "SUSPENDED, closed, surcharge, 2026-11-21"
    })
    void takes(MerchantStatus status, String kind, String refusal, String seen) {
        var form = new ReportForm(UUID.randomUUID(), kind, refusal, seen);
        assertThat(errors(status, form)).isEmpty();
        assertThat(form.sighting().what()).isEqualTo(kind.equals("closed") ? null : refusal);
    }

    @ParameterizedTest
    @CsvSource({
        "APPROVED, '', '', 2026-11-22, kind, shopreports.kind.missing",
        "APPROVED, burnt, '', 2026-11-22, kind, shopreports.kind.missing",
        "LISTED, refuses, not_taken, 2026-11-22, kind, shopreports.kind.no-merchant",
        "APPROVED, refuses, '', 2026-11-22, refusal, shopreports.refusal.missing",
        "APPROVED, refuses, rude, 2026-11-22, refusal, shopreports.refusal.missing",
        "APPROVED, closed, '', '', seen, shopreports.seen.wrong",
        "APPROVED, closed, '', yesterday, seen, shopreports.seen.wrong",
        "APPROVED, closed, '', 2026-11-23, seen, shopreports.seen.future",
        "APPROVED, closed, '', 2026-10-22, seen, shopreports.seen.old"
    })
    void refuses(
            MerchantStatus status,
            String kind,
            String refusal,
            String seen,
            String field,
            String message) {
        var form = new ReportForm(UUID.randomUUID(), kind, refusal, seen);
        assertThat(errors(status, form)).containsExactly(field + " " + message);
    }

    private static java.util.List<String> errors(MerchantStatus status, ReportForm form) {
        var business = Business.of("행복빵집", "bakery", "hosu", "한들시 호수로 12");
        var shop = new MerchantSummary(MerchantId.random(), status, business, 0);
        var errors = new BeanPropertyBindingResult(form, "form");
        form.check(shop, TODAY, errors);
        return errors.getFieldErrors().stream().map(ReportFormTests::written).toList();
    }

    private static String written(FieldError error) {
        return error.getField() + " " + String.valueOf(error.getCode());
    }
}
