package city.dure.web;

import java.text.NumberFormat;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** How numbers, money and times are written; templates call it {@code @fmt}. */
@Component("fmt")
public class Formats {
    /** Where the city's clock hangs. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Seoul");

    private static final int KIB = 1024;

    private final MessageSource messages;
    private final Clock clock;

    Formats(MessageSource messages, Clock clock) {
        this.messages = messages;
        this.clock = clock;
    }

    /** {@code 43,127}. */
    public String number(long number) {
        return NumberFormat.getIntegerInstance(Locale.KOREA).format(number);
    }

    /** {@code 12,000원}, in English {@code 12,000 won}. */
    public String won(long amount) {
        return message("web.won", number(amount));
    }

    /** {@code 2026. 11. 21.(토)}, in English {@code 21 Nov 2026}; nothing for no day. */
    public String date(@Nullable LocalDate day) {
        return day == null ? "" : write("web.date", day);
    }

    /** {@code 2026년 11월}, in English {@code November 2026}. */
    public String month(YearMonth month) {
        return write("web.month", month);
    }

    /** The day of a moment, as {@link #date}. */
    public String day(@Nullable Instant moment) {
        return moment == null ? "" : date(LocalDate.ofInstant(moment, ZONE));
    }

    /** {@code 2026. 11. 21.(토) 14:05} in Korean time; nothing for no moment. */
    public String dateTime(@Nullable Instant moment) {
        return moment == null ? "" : write("web.dateTime", moment.atZone(ZONE));
    }

    /** The moment for a machine, as the {@code datetime} of a {@code <time>}. */
    public String iso(@Nullable Instant moment) {
        return moment == null ? "" : moment.toString();
    }

    /** {@code 5분 전}; from a week on the day itself. */
    public String ago(@Nullable Instant moment) {
        if (moment == null) {
            return "";
        }
        long minutes = Math.max(0, Duration.between(moment, clock.instant()).toMinutes());
        if (minutes < 1) {
            return message("web.ago.now");
        }
        if (minutes < 60) {
            return message("web.ago.minutes", minutes);
        }
        if (minutes < 24 * 60) {
            return message("web.ago.hours", minutes / 60);
        }
        return minutes < 7 * 24 * 60 ? message("web.ago.days", minutes / 60 / 24) : day(moment);
    }

    /** {@code 3.4 MB}, for the size of a file. */
    public String bytes(long bytes) {
        if (bytes < KIB) {
            return number(bytes) + " B";
        }
        return bytes < KIB * KIB
                ? number(Math.round((double) bytes / KIB)) + " KB"
                : String.format(Locale.ROOT, "%.1f MB", (double) bytes / KIB / KIB)
                        .replace(".0 ", " ");
    }

    private String write(String pattern, TemporalAccessor time) {
        return DateTimeFormatter.ofPattern(message(pattern), locale()).format(time);
    }

    private String message(String key, Object... arguments) {
        return messages.getMessage(key, arguments, locale());
    }

    private static Locale locale() {
        return LocaleContextHolder.getLocale();
    }
}
