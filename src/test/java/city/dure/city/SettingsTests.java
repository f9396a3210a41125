package city.dure.city;

import static org.assertj.core.api.Assertions.assertThat;

import city.dure.shared.MoneyKind;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.i18n.LocaleContextHolder;

class SettingsTests {
    private final Settings settings = DemoCity.settings();

    @AfterEach
    void forgetsTheLanguage() {
        LocaleContextHolder.resetLocaleContext();
    }

    @ParameterizedTest
    @CsvSource({
        "노래연습장업, karaoke",
        "안경업, optician",
        "인터넷컴퓨터게임시설제공업, pcroom",
        "목욕장업, bath",
        "관광숙박업, lodging",
        "일반음식점, restaurant",
        "휴게음식점, cafe",
        "이미용, beauty",
        "경양식/일식, world",
        "'숙박업(호텔,여관)', lodging",
        "' 한 식 ', korean",
        "5202(편의점/편의점), convenience",
        "(일반음식점일반음식점), restaurant",
    })
    void knowsWhatListsCallACategory(String listName, String code) {
        assertThat(settings.categoryOf(listName)).map(Category::code).hasValue(code);
    }

    @Test
    void doesNotGuessAnUnknownCategory() {
        assertThat(settings.categoryOf("우주선정거장")).isEmpty();
        assertThat(settings.categoryOf("")).isEmpty();
    }

    @Test
    void findsTheDistrictOfAnAddress() {
        assertThat(settings.districtOf("한들시 호수동 들꽃로 12")).map(District::code).hasValue("hosu");
        assertThat(settings.districtOf("한들시 들꽃로 12 (햇살동, 한들빌딩)"))
                .map(District::code)
                .hasValue("haetsal");
        assertThat(settings.districtOf("큰호수동네로 3")).isEmpty();
    }

    @Test
    void readsDecomposedHangul() {
        String decomposed =
                java.text.Normalizer.normalize("한들시 호수동 1", java.text.Normalizer.Form.NFD);
        assertThat(settings.districtOf(decomposed)).map(District::code).hasValue("hosu");
    }

    @Test
    void barsWhatMayAcceptNoMoneyAtAll() {
        assertThat(settings.category("gambling"))
                .hasValueSatisfying(c -> assertThat(c.barred()).isTrue());
        assertThat(settings.category("karaoke"))
                .hasValueSatisfying(c -> {
                    assertThat(c.accepts(MoneyKind.POLICY)).isFalse();
                    assertThat(c.accepts(MoneyKind.GENERAL)).isTrue();
                });
    }

    @Test
    void hasNoNameTwice() {
        assertThat(settings.categories.stream().flatMap(c -> c.listNames().stream()))
                .doesNotHaveDuplicates();
    }

    @Test
    void speaksTheLanguageOfThePage() {
        LocaleContextHolder.setLocale(Locale.KOREAN);
        assertThat(settings.profile.label()).isEqualTo("한들시");
        LocaleContextHolder.setLocale(Locale.ENGLISH);
        assertThat(settings.profile.label()).isEqualTo("Handeul City");
    }
}
