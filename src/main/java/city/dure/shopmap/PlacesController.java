package city.dure.shopmap;

import city.dure.finder.Lists;
import city.dure.finder.ShopRow;
import city.dure.merchants.Business;
import city.dure.merchants.MerchantFilter.Lack;
import city.dure.merchants.MerchantSummary;
import city.dure.merchants.Merchants;
import city.dure.shared.Actor;
import city.dure.shared.Page;
import city.dure.shared.Role;
import city.dure.web.CsvExport;
import city.dure.web.Option;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

/** The businesses of which it is not known where they lie, or which lie in no district. */
@Controller
class PlacesController {
    private static final String PATH = "/office/merchants/places";
    private static final int ROWS = 20;
    private static final int COUNTED = 1_000;

    private final Merchants merchants;
    private final Lists lists;
    private final MessageSource messages;

    PlacesController(Merchants merchants, Lists lists, MessageSource messages) {
        this.merchants = merchants;
        this.lists = lists;
        this.messages = messages;
    }

    /** A business, and why it is on the list. */
    record Row(ShopRow shop, String reason) {}

    @GetMapping(PATH)
    String index(@ModelAttribute("query") PlacesQuery query, Actor actor, Model model) {
        var start = query.start();
        int count = -1;
        Page<MerchantSummary> found;
        if (start == null) {
            var beginning = merchants.begin(query.filter(), ROWS, COUNTED + 1);
            count = beginning.count();
            found = beginning.page();
        } else {
            found = merchants.page(query.filter(), start, ROWS);
        }
        model.addAttribute("count", count);
        model.addAttribute("most", COUNTED);
        model.addAttribute(
                "page", new Page<>(found.rows().stream().map(this::row).toList(), found.next()));
        model.addAttribute("reasons", reasons());
        model.addAttribute("mayMend", actor.role() == Role.MERCHANT_OFFICER);
        return "shopmap/places";
    }

    @GetMapping(PATH + ".csv")
    void export(@ModelAttribute("query") PlacesQuery query, HttpServletResponse response) {
        var header =
                Stream.of("name", "address", "reason")
                        .map(column -> message("shopmap.places." + column))
                        .toList();
        CsvExport.write(
                response,
                message("shopmap.places.title") + ".csv",
                header,
                merchants.all(query.filter()).map(this::row).map(PlacesController::line));
    }

    private Row row(MerchantSummary summary) {
        return new Row(lists.row(summary), reason(summary.business()));
    }

    private String reason(Business business) {
        Lack lack =
                business.spot() != null
                        ? Lack.OUTSIDE
                        : business.district() == null ? Lack.NOWHERE : Lack.NO_PLACE;
        return label(lack);
    }

    private static List<String> line(Row row) {
        return List.of(row.shop().name(), row.shop().address(), row.reason());
    }

    private List<Option> reasons() {
        return PlacesQuery.REASONS.stream()
                .map(each -> new Option(each.code(), label(each)))
                .toList();
    }

    private String label(Lack lack) {
        return message("shopmap.places.reason." + lack.code());
    }

    private String message(String key) {
        return messages.getMessage(key, null, LocaleContextHolder.getLocale());
    }
}
