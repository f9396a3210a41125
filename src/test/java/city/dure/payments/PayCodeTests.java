package city.dure.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** A number mistyped as people mistype numbers is never another shop's. */
class PayCodeTests {
    /** The example of Damm's own table: 572 is followed by 4. */
    @Test
    void endsInDammsDigit() {
        assertThat(PayCode.read("0000 5724")).hasValue(new PayCode("00005724"));
        assertThat(PayCode.read("0000 5725")).isEmpty();
    }

    @Test
    void noticesEachWrongDigitAndEachSwap() {
        var random = new Random(1);
        for (int round = 0; round < 500; round++) {
            String digits = PayCode.random(random).digits();
            for (int at = 0; at < digits.length(); at++) {
                for (char other = '0'; other <= '9'; other++) {
                    var typed = new StringBuilder(digits);
                    typed.setCharAt(at, other);
                    assertThat(PayCode.read(typed.toString()).isPresent())
                            .isEqualTo(other == digits.charAt(at));
                }
            }
            for (int at = 0; at + 1 < digits.length(); at++) {
                var typed = new StringBuilder(digits);
                typed.setCharAt(at, digits.charAt(at + 1));
                typed.setCharAt(at + 1, digits.charAt(at));
                assertThat(PayCode.read(typed.toString()).isPresent())
                        .isEqualTo(typed.toString().equals(digits));
            }
        }
    }

    @Test
    void isReadAsItIsWritten() {
        var code = new PayCode("00005724");
        assertThat(code.grouped()).isEqualTo("0000 5724");
        for (String typed : new String[] {"0000 5724", " 00005724 ", "0000-5724"}) {
            assertThat(PayCode.read(typed)).hasValue(code);
        }
        for (String typed : new String[] {"", "5724", "0000572４", "000057240", "abcdefgh"}) {
            assertThat(PayCode.read(typed)).isEmpty();
        }
        assertThatIllegalArgumentException().isThrownBy(() -> new PayCode("12345678"));
    }
}
