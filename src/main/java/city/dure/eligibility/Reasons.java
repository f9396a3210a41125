package city.dure.eligibility;

import city.dure.city.Category;
import city.dure.city.City;
import city.dure.city.District;
import city.dure.web.Formats;
import city.dure.web.Tone;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Says answers in a sentence. */
@Component
public class Reasons {
    private final City city;
    private final Formats formats;
    private final Tone tone;
    private final MessageSource messages;

    Reasons(City city, Formats formats, Tone tone, MessageSource messages) {
        this.city = city;
        this.formats = formats;
        this.tone = tone;
        this.messages = messages;
    }

    /** What a kind of money is called. */
    public String money(Answer answer) {
        return word("eligibility.kind." + answer.kind().code());
    }

    /** Why, in a sentence. */
    public String sentence(Answer answer) {
        var arguments = new ArrayList<Object>(List.of(money(answer)));
        answer.args().forEach(arg -> arguments.add(named(answer.reason(), arg)));
        return messages.getMessage(
                tone.of("eligibility.reason." + answer.reason()),
                arguments.toArray(),
                LocaleContextHolder.getLocale());
    }

    private String named(String reason, String arg) {
        return switch (reason) {
            case "category" -> city.category(arg).map(Category::label).orElse(arg);
            case "district" -> city.district(arg).map(District::label).orElse(arg);
            case "turnover" -> formats.won(Long.parseLong(arg));
            default -> arg;
        };
    }

    private String word(String key) {
        return messages.getMessage(key, null, LocaleContextHolder.getLocale());
    }
}
