package city.dure.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParticlesTests {
    @ParameterizedTest
    @CsvSource({
        "담당자,이 승인,담당자가 승인",
        "시민,가 신청,시민이 신청",
        "가게 직원,는 보았,가게 직원은 보았",
        "행복빵집,’를 승인,행복빵집’을 승인",
        "서울,으로 옮,서울로 옮",
        "호수동,로 옮,호수동으로 옮",
        "가게,으로 옮,가게로 옮",
        "1,을 더,1을 더",
        "3,를 더,3을 더",
        "Bakery,를 더,Bakery를 더",
        "담당자,이름을 바꿨,담당자이름을 바꿨",
        "담당자,,담당자"
    })
    void fitTheWordBefore(String word, String rest, String together) {
        String after = rest == null ? "" : rest;
        assertThat(word + Particles.fit(word, after)).isEqualTo(together);
    }
}
