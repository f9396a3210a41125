package city.dure.portal;

import city.dure.shared.Particles;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.MessageSource;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.stereotype.Component;

/**
 * Lets the particle after every word that is put into a Korean message fit that word: cities call
 * their currency 한들페이 or 동백전, and a message is written once.
 */
@Component
class KoreanMessages implements BeanPostProcessor {
    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return name.equals("messageSource") && bean instanceof MessageSource messages
                ? new Fitting(messages)
                : bean;
    }

    /**
     * Marks each word that is put in with signs of the private use area of Unicode, which no text
     * holds, and takes them out again once the particle behind fits.
     */
    record Fitting(MessageSource messages) implements MessageSource {
        private static final char BEGIN = '\uE000';
        private static final char END = '\uE001';
        private static final Pattern WORD =
                Pattern.compile(BEGIN + "([^" + END + "]*)" + END + "([^" + BEGIN + "]*)");

        @Override
        public @Nullable String getMessage(
                String code,
                Object @Nullable [] words,
                @Nullable String otherwise,
                @Nullable Locale locale) {
            return fitted(messages.getMessage(code, marked(words, locale), otherwise, locale));
        }

        @Override
        public String getMessage(String code, Object @Nullable [] words, @Nullable Locale locale) {
            return String.valueOf(fitted(messages.getMessage(code, marked(words, locale), locale)));
        }

        @Override
        public String getMessage(MessageSourceResolvable told, @Nullable Locale locale) {
            var marked =
                    new DefaultMessageSourceResolvable(
                            told.getCodes(),
                            marked(told.getArguments(), locale),
                            told.getDefaultMessage());
            return String.valueOf(fitted(messages.getMessage(marked, locale)));
        }

        private static Object @Nullable [] marked(
                Object @Nullable [] words, @Nullable Locale locale) {
            boolean korean = locale != null && locale.getLanguage().equals("ko");
            return words == null || !korean
                    ? words
                    : Arrays.stream(words).map(Fitting::marked).toArray();
        }

        private static @Nullable Object marked(@Nullable Object word) {
            return word instanceof String text ? BEGIN + text + END : word;
        }

        private static @Nullable String fitted(@Nullable String message) {
            return message == null || message.indexOf(BEGIN) < 0
                    ? message
                    : WORD.matcher(message)
                            .replaceAll(found ->
                                    java.util.regex.Matcher.quoteReplacement(
                                            found.group(1)
                                                    + Particles.fit(
                                                            found.group(1), found.group(2))));
        }
    }
}
