package city.dure.bankaccounts;

import city.dure.merchants.MerchantSummary;
import city.dure.merchants.Merchants;
import city.dure.shared.Page;
import city.dure.web.CsvExport;
import city.dure.web.Formats;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The officers' list of requests and its export; no account stands in it. */
@Controller("bankChangeQueueController")
class QueueController {
    private static final String PATH = "/office/bank-changes";
    private static final List<String> COLUMNS = List.of("shop", "state", "requested");

    private final BankReviews reviews;
    private final Merchants merchants;
    private final Formats formats;
    private final MessageSource messages;

    QueueController(
            BankReviews reviews, Merchants merchants, Formats formats, MessageSource messages) {
        this.reviews = reviews;
        this.merchants = merchants;
        this.formats = formats;
        this.messages = messages;
    }

    @GetMapping(PATH)
    String index(
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String after,
            Model model) {
        BankChangeState wanted = state(state);
        Page<BankChange> page = reviews.page(wanted, after);
        model.addAttribute("page", page);
        model.addAttribute("shops", shops(page.rows()));
        model.addAttribute("state", wanted);
        model.addAttribute("states", BankChangeState.values());
        return "bankaccounts/index";
    }

    @GetMapping(PATH + ".csv")
    void export(
            @RequestParam(required = false) @Nullable String state,
            HttpServletResponse response,
            Locale locale) {
        var header = COLUMNS.stream().map(each -> word("bankaccounts.column." + each, locale));
        CsvExport.write(
                response,
                word("bankaccounts.csv", locale) + ".csv",
                header.toList(),
                reviews.all(state(state)).flatMap(page -> rows(page, locale)));
    }

    private Stream<List<String>> rows(List<BankChange> page, Locale locale) {
        var names = shops(page);
        return page.stream()
                .map(change ->
                        List.of(
                                names.getOrDefault(change.shop().ref(), ""),
                                word("bankaccounts.state." + change.state().code(), locale),
                                formats.dateTime(change.requestedAt())));
    }

    private Map<String, String> shops(List<BankChange> rows) {
        return merchants.summaries(rows.stream().map(BankChange::shop).distinct().toList()).stream()
                .collect(Collectors.toMap(MerchantSummary::ref, MerchantSummary::name));
    }

    private String word(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }

    private static BankChangeState state(@Nullable String code) {
        return Coded.of(BankChangeState.values(), code).orElse(BankChangeState.WAITING);
    }
}
