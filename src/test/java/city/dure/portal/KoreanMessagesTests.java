package city.dure.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.context.support.StaticMessageSource;

/** Particles fit whatever word is put in. */
class KoreanMessagesTests {
    private final StaticMessageSource plain = new StaticMessageSource();
    private final KoreanMessages.Fitting messages = new KoreanMessages.Fitting(plain);

    KoreanMessagesTests() {
        plain.addMessage("take", Locale.KOREAN, "‘{0}’를 {1}은 받을 수 있어요");
        plain.addMessage("take", Locale.ENGLISH, "{1} takes {0}를");
    }

    @ParameterizedTest
    @CsvSource({
        "한들페이, 빵집, ‘한들페이’를 빵집은 받을 수 있어요",
        "동백전, 가게, ‘동백전’을 가게는 받을 수 있어요",
        "'', 가게, ‘’를 가게는 받을 수 있어요"
    })
    void fitEveryWord(String currency, String shop, String sentence) {
        Object[] words = {currency, shop};
        assertThat(messages.getMessage("take", words, Locale.KOREAN)).isEqualTo(sentence);
        assertThat(messages.getMessage("take", words, "", Locale.KOREAN)).isEqualTo(sentence);
        var told = new DefaultMessageSourceResolvable(new String[] {"take"}, words);
        assertThat(messages.getMessage(told, Locale.KOREAN)).isEqualTo(sentence);
    }

    @Test
    void leavesOtherLanguagesAndNumbersAlone() {
        Object[] words = {"동백전", "A$1"};
        assertThat(messages.getMessage("take", words, Locale.ENGLISH)).isEqualTo("A$1 takes 동백전를");
        assertThat(messages.getMessage("none", null, null, Locale.KOREAN)).isNull();
    }
}
