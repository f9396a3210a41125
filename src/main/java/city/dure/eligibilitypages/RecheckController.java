package city.dure.eligibilitypages;

import static java.util.Objects.requireNonNullElse;

import city.dure.city.City;
import city.dure.eligibility.Rechecks;
import city.dure.merchants.Business;
import city.dure.merchants.MerchantFilter;
import city.dure.merchants.MerchantId;
import city.dure.merchants.Merchants;
import city.dure.shared.Page;
import city.dure.web.CsvExport;
import city.dure.web.Option;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import java.util.stream.Gatherers;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

/** The yearly list of shops whose turnover is to be asked for; filled in, its file goes back in. */
@Controller
class RecheckController {
    private static final String PATH = "/office/eligibility/recheck";
    private static final int ROWS = 50;
    private static final int COUNTED = 1_000;
    private static final int PIECE = 1_000;

    /** The last two are what {@code turnoverlists} reads. */
    private static final List<String> COLUMNS =
            List.of(
                    "eligibility.shop.ref",
                    "eligibility.recheck.name",
                    "eligibility.recheck.category",
                    "eligibility.recheck.district",
                    "eligibility.recheck.last.year",
                    "eligibility.recheck.last.won",
                    "turnoverlists.column.year",
                    "turnoverlists.column.won");

    private final Rechecks rechecks;
    private final Merchants merchants;
    private final City city;
    private final RuleWords words;
    private final Texts texts;

    RecheckController(Rechecks rechecks, Merchants merchants, City city, Texts texts) {
        this.rechecks = rechecks;
        this.merchants = merchants;
        this.city = city;
        this.words = new RuleWords(city, List.of());
        this.texts = texts;
    }

    /**
     * What somebody asks for, as it stands in the link.
     *
     * @param after the key of the last row of the part before
     */
    record Query(@Nullable String category, @Nullable String district, @Nullable String after) {
        /** Whether anything narrows the list. */
        public boolean narrow() {
            return !(requireNonNullElse(category, "") + requireNonNullElse(district, "")).isEmpty();
        }

        @Nullable MerchantId start() {
            try {
                return after == null ? null : MerchantId.valueOf(after);
            } catch (IllegalArgumentException e) {
                return null;
            }
        }
    }

    @GetMapping(PATH)
    String index(@ModelAttribute("query") Query query, Model model) {
        var due = due(query);
        model.addAttribute("limited", due.isPresent());
        model.addAttribute("count", -1);
        model.addAttribute(
                "page",
                due.map(filter -> page(filter, query.start(), model))
                        .orElseGet(() -> new Page<>(List.of(), null)));
        model.addAttribute("most", COUNTED);
        model.addAttribute("year", Integer.toString(rechecks.year()));
        model.addAttribute("words", words);
        model.addAttribute(
                "categories",
                city.categories().stream()
                        .map(each -> new Option(each.code(), each.label()))
                        .toList());
        model.addAttribute(
                "districts",
                city.districts().stream()
                        .map(each -> new Option(each.code(), each.label()))
                        .toList());
        return "eligibility/recheck";
    }

    @GetMapping(PATH + ".csv")
    void export(@ModelAttribute("query") Query query, HttpServletResponse response) {
        CsvExport.write(
                response,
                texts.of("eligibility.recheck.file"),
                texts.all(COLUMNS),
                due(query).stream()
                        .flatMap(merchants::all)
                        .gather(Gatherers.windowFixed(PIECE))
                        .flatMap(piece -> rechecks.rows(piece).stream())
                        .map(this::cells));
    }

    private Optional<MerchantFilter> due(Query query) {
        return rechecks.due(
                requireNonNullElse(query.category(), ""), requireNonNullElse(query.district(), ""));
    }

    /** Counted only where it begins. */
    private Page<Rechecks.Due> page(
            MerchantFilter filter, @Nullable MerchantId start, Model model) {
        if (start != null) {
            var page = merchants.page(filter, start, ROWS);
            return new Page<>(rechecks.rows(page.rows()), page.next());
        }
        var beginning = merchants.begin(filter, ROWS, COUNTED + 1);
        model.addAttribute("count", beginning.count());
        return new Page<>(rechecks.rows(beginning.page().rows()), beginning.page().next());
    }

    private List<String> cells(Rechecks.Due due) {
        Business business = due.shop().business();
        var last = Optional.ofNullable(due.last());
        return List.of(
                due.shop().ref(),
                business.name(),
                words.category(business.category()),
                words.district(business.district()),
                last.map(turnover -> Integer.toString(turnover.year())).orElse(""),
                last.map(turnover -> Long.toString(turnover.won())).orElse(""),
                Integer.toString(rechecks.year()),
                "");
    }
}
