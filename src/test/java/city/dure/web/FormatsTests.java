package city.dure.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.context.support.ResourceBundleMessageSource;

class FormatsTests {
    private static final Instant NOW = Instant.parse("2026-11-21T05:05:59Z");

    private final Formats formats = new Formats(messages(), Clock.fixed(NOW, ZoneOffset.UTC));

    @BeforeEach
    void speaksKorean() {
        LocaleContextHolder.setLocale(Locale.KOREAN);
    }

    @AfterEach
    void forgetsTheLanguage() {
        LocaleContextHolder.resetLocaleContext();
    }

    @Test
    void writesTimesAsPeopleInKoreaDo() {
        assertThat(formats.dateTime(NOW)).isEqualTo("2026. 11. 21.(토) 14:05");
        assertThat(formats.date(LocalDate.of(2026, 3, 1))).isEqualTo("2026. 3. 1.(일)");
        assertThat(formats.dateTime(null)).isEmpty();
    }

    @Test
    void writesMoneyAndNumbers() {
        assertThat(formats.won(1_234_567)).isEqualTo("1,234,567원");
        assertThat(formats.number(-43_000)).isEqualTo("-43,000");
        assertThat(formats.bytes(1023)).isEqualTo("1,023 B");
        assertThat(formats.bytes(50L << 20)).isEqualTo("50 MB");
    }

    @Test
    void saysHowLongAgo() {
        assertThat(formats.ago(NOW)).isEqualTo("방금");
        assertThat(formats.ago(NOW.minus(Duration.ofMinutes(59)))).isEqualTo("59분 전");
        assertThat(formats.ago(NOW.minus(Duration.ofHours(23)))).isEqualTo("23시간 전");
        assertThat(formats.ago(NOW.minus(Duration.ofDays(6)))).isEqualTo("6일 전");
        assertThat(formats.ago(NOW.minus(Duration.ofDays(8)))).isEqualTo("2026. 11. 13.(금)");
        assertThat(formats.ago(NOW.plusSeconds(90))).isEqualTo("방금");
    }

    @Test
    void speaksEnglishWhenAsked() {
        LocaleContextHolder.setLocale(Locale.ENGLISH);
        assertThat(formats.dateTime(NOW)).isEqualTo("21 Nov 2026, 14:05");
        assertThat(formats.won(12_000)).isEqualTo("12,000 won");
    }

    private static ResourceBundleMessageSource messages() {
        var messages = new ResourceBundleMessageSource();
        messages.setBasename("messages/web");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        return messages;
    }
}
