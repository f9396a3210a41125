package city.dure.payments;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import city.dure.book.Book;
import city.dure.book.Holder;
import city.dure.book.Passbook;
import city.dure.merchants.Member.Membership;
import city.dure.merchants.MerchantId;
import city.dure.merchants.MerchantSummary;
import city.dure.merchants.Merchants;
import city.dure.refunds.RefundsOwed;
import city.dure.shared.Actor;
import city.dure.shared.Days;
import city.dure.shared.Page;
import city.dure.web.CsvExport;
import city.dure.web.Formats;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** What a shop takes, as it comes in, for who works there. */
@Controller
class ConsoleController {
    private static final String PATH = "/shop/{id}/payments";
    private static final int ROWS = 20;
    private static final int PIECE = 1_000;
    private static final List<String> COLUMNS = List.of("at", "kind", "amount", "number", "of");

    private final Passbook passbook;
    private final Book book;
    private final RefundsOwed refunds;
    private final Merchants merchants;
    private final Formats formats;
    private final MessageSource messages;

    ConsoleController(
            Passbook passbook,
            Book book,
            RefundsOwed refunds,
            Merchants merchants,
            Formats formats,
            MessageSource messages) {
        this.passbook = passbook;
        this.book = book;
        this.refunds = refunds;
        this.merchants = merchants;
        this.formats = formats;
        this.messages = messages;
    }

    @GetMapping(PATH)
    String show(
            @PathVariable MerchantId id,
            @RequestParam @Nullable String after,
            Actor actor,
            Model model) {
        fill(actor, shop(actor, id), passbook.of(Holder.shop(id), after, ROWS), model);
        model.addAttribute("live", after == null);
        return "payments/console";
    }

    /** The newest ones when the page does not show them yet; asked for every two seconds. */
    @GetMapping(PATH + "/incoming")
    @Nullable String incoming(
            @PathVariable MerchantId id,
            @RequestParam(defaultValue = "") String newest,
            Actor actor,
            Model model,
            HttpServletResponse response) {
        MerchantSummary shop = shop(actor, id);
        var page = passbook.of(Holder.shop(id), null, ROWS);
        if (shown(page, Days.of(book.now())).equals(newest)) {
            response.setStatus(HttpStatus.NO_CONTENT.value());
            return null;
        }
        fill(actor, shop, page, model);
        model.addAttribute("live", true);
        return "payments/_incoming";
    }

    /** All that the shop took and gave back, as a file for its owner. */
    @GetMapping(PATH + ".csv")
    void export(
            @PathVariable MerchantId id,
            Actor actor,
            Locale language,
            HttpServletResponse response) {
        MerchantSummary shop = merchants.own(actor, id, Membership.OWNER);
        CsvExport.write(
                response,
                messages.getMessage("payments.csv", new Object[] {shop.name()}, language) + ".csv",
                COLUMNS.stream().map(each -> word("payments.column." + each, language)).toList(),
                pieces(Holder.shop(id))
                        .flatMap(page -> page.rows().stream())
                        .map(line -> row(line, language)));
    }

    private Stream<Page<Passbook.Line>> pieces(Holder shop) {
        return Stream.iterate(
                passbook.of(shop, null, PIECE),
                Objects::nonNull,
                page -> page.next() == null ? null : passbook.of(shop, page.next(), PIECE));
    }

    private List<String> row(Passbook.Line line, Locale language) {
        var reversed = line.reverses();
        return List.of(
                formats.dateTime(line.at()),
                word("payments.line." + line.code(), language),
                Long.toString(line.amount()),
                line.transfer().ref(),
                reversed == null ? "" : reversed.ref());
    }

    private void fill(Actor actor, MerchantSummary shop, Page<Passbook.Line> page, Model model) {
        boolean owns = merchants.membership(actor, shop.id()) == Membership.OWNER;
        var day = Days.of(book.now());
        model.addAttribute("shop", shop);
        model.addAttribute("owner", owns);
        model.addAttribute("page", page);
        model.addAttribute("newest", shown(page, day));
        model.addAttribute("owed", refunds.of(shop.id()));
        model.addAttribute("day", day);
        model.addAttribute(
                "sums",
                passbook.since(Holder.shop(shop.id()), day.atStartOfDay(Days.SEOUL).toInstant()));
    }

    /** Names what is shown: other rows, in whatever order they came, or another day. */
    private static String shown(Page<Passbook.Line> page, LocalDate day) {
        String rows = page.rows().stream().map(line -> line.transfer().ref()).collect(joining(" "));
        return UUID.nameUUIDFromBytes((day + rows).getBytes(UTF_8)).toString();
    }

    private MerchantSummary shop(Actor actor, MerchantId id) {
        return merchants.own(actor, id, Membership.CLERK);
    }

    private String word(String key, Locale language) {
        return messages.getMessage(key, null, language);
    }
}
