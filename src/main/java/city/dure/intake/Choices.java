package city.dure.intake;

import city.dure.applications.PaperType;
import city.dure.city.Category;
import city.dure.city.City;
import city.dure.city.District;
import city.dure.personal.Bank;
import city.dure.web.Option;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** What the forms about applications offer to choose from; templates call it {@code @choices}. */
@Component("choices")
public class Choices {
    private final City city;
    private final MessageSource messages;

    Choices(City city, MessageSource messages) {
        this.city = city;
        this.messages = messages;
    }

    /** The kinds of business. */
    public List<Option> categories() {
        return city.categories().stream()
                .map(each -> new Option(each.code(), each.label()))
                .toList();
    }

    /** The parts of the city. */
    public List<Option> districts() {
        return city.districts().stream()
                .map(each -> new Option(each.code(), each.label()))
                .toList();
    }

    /** The banks. */
    public List<Option> banks() {
        return Arrays.stream(Bank.values())
                .map(each -> new Option(each.code(), each.label()))
                .toList();
    }

    /** What a paper can show. */
    public List<Option> papers() {
        return of("applications.paper.", Arrays.stream(PaperType.values()).map(PaperType::code));
    }

    /** Codes, each with the message of this beginning, in the reader's language. */
    public List<Option> of(String prefix, Stream<String> codes) {
        Locale locale = LocaleContextHolder.getLocale();
        return codes.map(code -> new Option(code, messages.getMessage(prefix + code, null, locale)))
                .toList();
    }

    /** What a kind of business is called. */
    public String category(String code) {
        return city.category(code).map(Category::label).orElse(code);
    }

    /** What a part of the city is called. */
    public String district(String code) {
        return city.district(code).map(District::label).orElse(code);
    }

    /** What a bank is called; nothing for none. */
    public String bank(@Nullable String code) {
        return code == null ? "" : Bank.of(code).map(Bank::label).orElse(code);
    }

    /** Whether shops of this kind can never accept the currency. */
    boolean barred(String code) {
        return city.category(code).map(Category::barred).orElse(true);
    }

    boolean hasDistrict(String code) {
        return city.district(code).isPresent();
    }
}
