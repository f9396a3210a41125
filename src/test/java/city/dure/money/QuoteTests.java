package city.dure.money;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The limits by the numbers of guideline and cities. */
class QuoteTests {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    /** Bought 700,000 and 700,000, nothing spent: in the third month only 100,000 (guideline). */
    @ParameterizedTest
    @CsvSource({
        "700000, 0, 0, 700000, , 700000",
        "700000, 0, 700000, 700000, , 700000",
        "100000, 0, 1400000, 100000, , 100000",
        "100001, 0, 1400000, 100001, OVER_HOLDING, 100000",
        "700001, 0, 0, 700001, OVER_LOAD, 700000",
        "1, 700000, 0, 1, OVER_LOAD, 0"
    })
    void keepsLoadAndHoldingApart(
            long amount, long loaded, long held, long paid, Outcome.Reason why, long most) {
        var limits = limits(700_000, 0, 1_500_000, 0);
        var got = Quote.of(amount, now(loaded, 0, held), limits);
        assertThat(got.paid()).isEqualTo(paid);
        assertThat(got.reason()).isEqualTo(why);
        assertThat(Quote.most(now(loaded, 0, held), limits)).isEqualTo(most);
    }

    /** Gimpo: 2,000,000 may be loaded, and the first 500,000 of a month bring 10 %. */
    @ParameterizedTest
    @CsvSource({
        "100000, 0, 10000",
        "500000, 0, 50000",
        "600000, 0, 50000",
        "2000000, 0, 50000",
        "100000, 450000, 5000",
        "100000, 500000, 0",
        "15, 0, 1"
    })
    void givesOnTheFirstHalfMillion(long amount, long discounted, long given) {
        var limits = limits(2_000_000, 500_000, 5_000_000, 1_000);
        var got = Quote.of(amount, now(0, discounted, 0), limits);
        assertThat(got.given()).isEqualTo(given);
        assertThat(got.loaded()).isEqualTo(amount + given);
    }

    /** The city gives what it has left, and sells what it may. */
    @ParameterizedTest
    @CsvSource({
        "100000, 4000, 200000, 4000,",
        "100000, 0, 200000, 0,",
        "100000, 10000, 109999, 10000, SOLD_OUT"
    })
    void givesAndSellsNoMoreThanThereIs(
            long amount, long bonus, long issue, long given, Outcome.Reason why) {
        var limits = limits(2_000_000, 500_000, 5_000_000, 1_000);
        var used = new Usage(TODAY, 0, 0, 0, 0);
        var got = Quote.of(amount, new Quote.Standing(used, 0, bonus, issue), limits);
        assertThat(got.given()).isEqualTo(given);
        assertThat(got.reason()).isEqualTo(why);
    }

    /** The bonus counts as held, and what is loaded is whole thousands. */
    @ParameterizedTest
    @CsvSource({
        "0, 700000",
        "1450000, 45000",
        "1487655, 11000",
        "1499000, 0",
        "1500000, 0",
        "1600000, 0"
    })
    void saysHowMuchWouldDo(long held, long most) {
        var limits = limits(700_000, 500_000, 1_500_000, 1_000);
        assertThat(Quote.most(now(0, 0, held), limits)).isEqualTo(most);
        assertThat(Quote.of(most, now(0, 0, held), limits).reason() == null)
                .isEqualTo(held <= 1_500_000);
        assertThat(Quote.of(most + Quote.STEP, now(0, 0, held), limits).reason()).isNotNull();
    }

    private static Quote.Standing now(long loaded, long discounted, long held) {
        var used = new Usage(TODAY, loaded, discounted, 0, 0);
        return new Quote.Standing(used, held, 100_000_000, 100_000_000);
    }

    private static WalletLimits limits(long load, long bonus, long holding, int rate) {
        return new WalletLimits(
                1, load, bonus, holding, 0, 0, 0, WalletLimits.Variant.BONUS, rate, 60);
    }
}
