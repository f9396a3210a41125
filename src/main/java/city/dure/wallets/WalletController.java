package city.dure.wallets;

import city.dure.book.History;
import city.dure.book.Holder;
import city.dure.citizens.Citizen;
import city.dure.citizens.Citizens;
import city.dure.citizens.FormerIds;
import city.dure.merchants.MerchantId;
import city.dure.merchants.MerchantSummary;
import city.dure.merchants.Merchants;
import city.dure.money.Money;
import city.dure.shared.Actor;
import city.dure.shared.Days;
import city.dure.shared.Page;
import city.dure.web.CsvExport;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What a citizen has, and what came and went. */
@Controller
class WalletController {
    static final String PATH = "/me/wallet";
    static final String JOIN = "redirect:/me/join";
    private static final String STATEMENT = PATH + "/statement";
    private static final int FIRST = 2000;
    private static final int NEWEST = 5;
    private static final int ROWS = 50;
    private static final List<String> COLUMNS = List.of("at", "what", "shop", "amount", "number");

    private final Citizens citizens;
    private final FormerIds formerIds;
    private final Money money;
    private final History history;
    private final Merchants merchants;
    private final TopUps topUps;
    private final Bank bank;
    private final MessageSource messages;

    WalletController(
            Citizens citizens,
            FormerIds formerIds,
            Money money,
            History history,
            Merchants merchants,
            TopUps topUps,
            Bank bank,
            MessageSource messages) {
        this.citizens = citizens;
        this.formerIds = formerIds;
        this.money = money;
        this.history = history;
        this.merchants = merchants;
        this.topUps = topUps;
        this.bank = bank;
        this.messages = messages;
    }

    /**
     * One thing that came or went.
     *
     * @param shop the name of the shop in it; null where there is none
     */
    record Line(History.Line line, @Nullable String shop) {}

    @GetMapping(PATH)
    String show(Actor actor, Model model) {
        Optional<Citizen> own = citizens.of(actor);
        if (own.isEmpty()) {
            return JOIN;
        }
        var purses = Purse.of(money.spendable(own.get().id()));
        model.addAttribute("purses", purses);
        model.addAttribute("total", purses.stream().mapToLong(Purse::total).sum());
        model.addAttribute("open", bank.open());
        model.addAttribute("most", money.mostLoadable(own.get().id()));
        model.addAttribute("waiting", topUps.waiting(own.get()));
        model.addAttribute("lines", page(own.get(), Instant.EPOCH, null, null, NEWEST).rows());
        return "wallets/wallet";
    }

    @GetMapping(STATEMENT)
    String statement(
            @RequestParam @Nullable YearMonth month,
            @RequestParam @Nullable String after,
            Actor actor,
            Model model) {
        Optional<Citizen> own = citizens.of(actor);
        if (own.isEmpty()) {
            return JOIN;
        }
        YearMonth now = YearMonth.from(citizens.today());
        YearMonth shown = shown(month);
        model.addAttribute("page", page(own.get(), begin(shown), end(shown), after, ROWS));
        model.addAttribute("month", shown);
        model.addAttribute("before", shown.minusMonths(1));
        model.addAttribute("next", shown.isBefore(now) ? shown.plusMonths(1) : null);
        return "wallets/statement";
    }

    @GetMapping(STATEMENT + ".csv")
    void export(
            @RequestParam @Nullable YearMonth month, Actor actor, HttpServletResponse response) {
        YearMonth shown = shown(month);
        CsvExport.write(
                response,
                word("wallets.csv") + "-" + shown + ".csv",
                COLUMNS.stream().map(each -> word("wallets.column." + each)).toList(),
                citizens.of(actor).stream()
                        .flatMap(own -> pages(own, shown))
                        .flatMap(page -> page.rows().stream())
                        .map(this::row));
    }

    /** A month that there can be something of: this one when it is another. */
    private YearMonth shown(@Nullable YearMonth month) {
        YearMonth now = YearMonth.from(citizens.today());
        return month == null || month.isAfter(now) || month.getYear() < FIRST ? now : month;
    }

    private Stream<Page<Line>> pages(Citizen own, YearMonth month) {
        Function<@Nullable String, Page<Line>> read =
                after -> page(own, begin(month), end(month), after, 10 * ROWS);
        return Stream.iterate(
                read.apply(null),
                Objects::nonNull,
                page -> page.next() == null ? null : read.apply(page.next()));
    }

    private List<String> row(Line line) {
        return List.of(
                LocalDateTime.ofInstant(line.line().at(), Days.SEOUL).toString(),
                word("wallets.kind." + line.line().code()),
                Objects.requireNonNullElse(line.shop(), ""),
                Long.toString(line.line().amount()),
                line.line().transfer().ref());
    }

    private Page<Line> page(
            Citizen own, Instant from, @Nullable Instant until, @Nullable String after, int size) {
        // Also under ids that they went by before.
        var wallets = formerIds.all(own.id()).stream().map(Holder::citizen).toList();
        var page = history.of(wallets, from, until, after, size);
        var names = names(page.rows());
        return new Page<>(
                page.rows().stream().map(line -> new Line(line, names.get(line.shop()))).toList(),
                page.next());
    }

    private Map<String, String> names(List<History.Line> lines) {
        var ids =
                lines.stream()
                        .map(History.Line::shop)
                        .filter(Objects::nonNull)
                        .distinct()
                        .map(MerchantId::valueOf)
                        .toList();
        return merchants.summaries(ids).stream()
                .collect(Collectors.toMap(it -> it.id().ref(), MerchantSummary::name));
    }

    private String word(String key) {
        return messages.getMessage(key, null, LocaleContextHolder.getLocale());
    }

    private static Instant begin(YearMonth month) {
        return month.atDay(1).atStartOfDay(Days.SEOUL).toInstant();
    }

    private static Instant end(YearMonth month) {
        return begin(month.plusMonths(1));
    }
}
