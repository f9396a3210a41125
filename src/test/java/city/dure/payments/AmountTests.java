package city.dure.payments;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people type where an amount belongs. */
class AmountTests {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"12000|12000", "12,000|12000", " 12,000 원 |12000", "1|1", "0012|12"})
    void isRead(String typed, long won) {
        assertThat(Amount.read(typed, Amount.errors(AmountForm.of(typed)))).hasValue(won);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "|missing",
                "' '|missing",
                "원|missing",
                "0|zero",
                "000|zero",
                "-5|negative",
                "1만|words",
                "1만2천원|words",
                "1.5|decimals",
                "12,000.00|decimals",
                "abc|letters",
                "12 000|letters",
                "1e9|letters",
                "12345678901|long",
                "1,2000|commas",
                ",1|commas"
            })
    void isRefusedWithItsReason(String typed, String fault) {
        var errors = Amount.errors(AmountForm.of(typed));
        assertThat(Amount.read(typed, errors)).isEmpty();
        assertThat(Objects.requireNonNull(errors.getFieldError("amount")).getCode())
                .isEqualTo("web.amount." + fault);
    }
}
