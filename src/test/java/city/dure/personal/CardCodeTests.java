package city.dure.personal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CardCodeTests {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "9410123456789010",
                "9410 1234 5678 9010",
                "9410-1234-5678-9010",
                "９４１０１２３４５６７８９０１０"
            })
    void readsWhatIsPrinted(String typed) {
        assertThat(CardCode.read(typed)).contains(new CardCode("9410123456789010"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "9410123456789011", // another last digit
                "9410132456789010", // two neighbours exchanged
                "941012345678901",
                "94101234567890100",
                "4111111111111111", // somebody else's card
                "k-9410123456789010"
            })
    void readsNothingElse(String typed) {
        assertThat(CardCode.read(typed)).isEmpty();
    }

    @RepeatedTest(200)
    void makesOnlyWhatItReads() {
        CardCode made = CardCode.random();
        assertThat(CardCode.read(made.plain())).contains(made);
    }

    @Test
    void showsItsEndsAlone() {
        var code = new CardCode("9410123456789010");
        assertThat(code).hasToString("9410-****-****-9010");
        assertThat(code.plain()).isEqualTo("9410-1234-5678-9010");
    }
}
