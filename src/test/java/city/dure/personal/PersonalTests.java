package city.dure.personal;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PersonalTests {
    @ParameterizedTest
    @CsvSource({"김민수,김*수", "김민,김*", "남궁민수,남**수", "김,김*", "John Smith,J*** S****", "Mina,M**a"})
    void masksANameByItsLetters(String name, String masked) {
        assertThat(PersonName.read(name)).map(PersonName::toString).contains(masked);
    }

    @Test
    void composesANameThatCameInPieces() {
        String typed = Normalizer.normalize("  김   한들 ", Normalizer.Form.NFD);
        assertThat(PersonName.read(typed)).map(PersonName::plain).contains("김 한들");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "12", "<b>", "김\u0000수", "😀", "-김"})
    void takesNoNameThatIsNone(String typed) {
        assertThat(PersonName.read(typed)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "010-1234-5678,010-****-5678",
        "+82 10 1234 5678,010-****-5678",
        "０１０１２３４５６７８,010-****-5678",
        "011-123-4567,011-***-4567"
    })
    void masksAPhone(String typed, String masked) {
        assertThat(Phone.read(typed)).map(Phone::toString).contains(masked);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "02-123-4567", "010-1234-567", "010-1234-56789", "01O12345678"})
    void takesNoPhoneThatGetsNoMessages(String typed) {
        assertThat(Phone.read(typed)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "한들시 호수로 12-3,한들시  호수로 12 - 3,true",
        "한들시 호수로 12-3,한들시호수로12 3,true",
        "한들시 호수로 12-3,한들시 호수로 123,false",
        "한들로 1 101동,한들로 110 1동,false"
    })
    void tellsOneHouseholdFromAnother(String one, String other, boolean same) {
        assertThat(new PostalAddress(one).household().equals(new PostalAddress(other).household()))
                .isEqualTo(same);
    }

    @Test
    void writesAPhoneInOneWay() {
        assertThat(Phone.read("01012345678")).map(Phone::plain).contains("010-1234-5678");
    }

    @ParameterizedTest
    @CsvSource({"kim@Example.KR,k***@example.kr", " a.b+c@sub.example.com,a***@sub.example.com"})
    void masksAnEmailAddress(String typed, String masked) {
        assertThat(EmailAddress.read(typed)).map(EmailAddress::toString).contains(masked);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "kim",
                "kim@",
                "@example.kr",
                "a b@example.kr",
                "kim@kr",
                "a@b.c\r\nBcc: d@e.f"
            })
    void takesNoEmailAddressThatIsNone(String typed) {
        assertThat(EmailAddress.read(typed)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2012-11-23,2026-11-22,13",
        "2012-11-23,2026-11-23,14",
        "2012-02-29,2026-02-28,13",
        "2012-02-29,2026-03-01,14"
    })
    void countsFullYears(LocalDate born, LocalDate on, int age) {
        assertThat(new BirthDate(born).ageOn(on)).isEqualTo(age);
    }

    @ParameterizedTest
    @CsvSource({"2026-11-24,false", "1897-01-01,false", "2026-11-23,true", "1905-01-01,true"})
    void knowsWhoCannotBeAlive(LocalDate born, boolean possible) {
        var today = LocalDate.of(2026, 11, 23);
        assertThat(new BirthDate(born).possibleOn(today)).isEqualTo(possible);
    }

    @Test
    void knowsAHouseholdHoweverItsAddressIsWritten() {
        var one = new PostalAddress("한들시 물빛로 12, 101동 203호");
        var same = PostalAddress.read("한들시  물빛로 12 (101동 203호)").orElseThrow();
        assertThat(one.household()).isEqualTo(same.household());
        assertThat(one).hasToString("한들시 ***");
    }

    @Test
    void showsNoValueInItsText() {
        var all =
                new Personal[] {
                    new PersonName("카나리아"),
                    new Phone("01098765432"),
                    new EmailAddress("canary@example.kr"),
                    new BirthDate(LocalDate.of(1985, 3, 7)),
                    new PostalAddress("한들시 카나리아로 1")
                };
        assertThat(Arrays.stream(all)).allMatch(each -> !each.toString().equals(each.plain()));
        assertThat(Arrays.toString(all)).doesNotContain("카나리아", "9876", "canary", "03-07");
    }
}
