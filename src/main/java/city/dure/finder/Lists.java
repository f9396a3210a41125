package city.dure.finder;

import city.dure.city.Category;
import city.dure.city.City;
import city.dure.city.District;
import city.dure.eligibility.Eligibility;
import city.dure.merchants.Business;
import city.dure.merchants.MerchantFilter;
import city.dure.merchants.MerchantStatus;
import city.dure.merchants.MerchantSummary;
import city.dure.merchants.Merchants;
import city.dure.shared.Page;
import city.dure.web.CsvExport;
import city.dure.web.Option;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Makes lists of businesses for pages and files, in the words of the city. */
@Component
public class Lists {
    /** What the public finds: all but the closed ones. */
    public static final Set<MerchantStatus> OPEN =
            Collections.unmodifiableSet(EnumSet.complementOf(EnumSet.of(MerchantStatus.CLOSED)));

    /** What officials find. */
    public static final Set<MerchantStatus> ALL =
            Collections.unmodifiableSet(EnumSet.allOf(MerchantStatus.class));

    private static final int ROWS = 20;

    private final Merchants merchants;
    private final Eligibility eligibility;
    private final City city;
    private final MessageSource messages;

    Lists(Merchants merchants, Eligibility eligibility, City city, MessageSource messages) {
        this.merchants = merchants;
        this.eligibility = eligibility;
        this.city = city;
        this.messages = messages;
    }

    /** Puts what the list can be narrowed by into a page. */
    public void offer(Set<MerchantStatus> some, Model model) {
        model.addAttribute("districts", districts());
        model.addAttribute("categories", categories());
        model.addAttribute(
                "statuses",
                some.stream().map(status -> new Option(status.code(), label(status))).toList());
        model.addAttribute(
                "moneys",
                Query.KINDS.stream()
                        .map(kind -> new Option(kind.code(), message("finder.kind." + kind.code())))
                        .toList());
    }

    /** Puts the part of the list that is asked for into a page. */
    public void show(Query query, Set<MerchantStatus> any, String path, Model model) {
        show(query, any, path, path, model);
    }

    /**
     * The same on a page beside the list's own.
     *
     * @param base the path of the list's own page, below which its shops are
     */
    public void show(Query query, Set<MerchantStatus> any, String path, String base, Model model) {
        model.addAttribute("list", part(query, any, path));
        model.addAttribute("path", path);
        model.addAttribute("base", base);
    }

    /** What a list asks the database for; those of the given statuses when none is asked for. */
    public MerchantFilter filter(Query query, Set<MerchantStatus> any) {
        MerchantFilter filter = query.filter(any);
        return query.kind().map(eligibility::accepting).map(filter::and).orElse(filter);
    }

    /** Counted only where it begins. */
    private ShopList part(Query query, Set<MerchantStatus> any, String path) {
        MerchantFilter filter = filter(query, any);
        var start = query.start();
        if (start != null) {
            return part(merchants.page(filter, start, ROWS), -1, query, path);
        }
        var beginning = merchants.begin(filter, ROWS, ShopList.CAP + 1);
        return part(beginning.page(), beginning.count(), query, path);
    }

    private ShopList part(Page<MerchantSummary> page, int count, Query query, String path) {
        return new ShopList(
                page.rows().stream().map(this::row).toList(),
                count,
                query.start() == null ? null : query.href(path),
                page.next() == null ? null : query.next(path, page.next()));
    }

    /** Hands the whole list out as a file, as it is filtered. */
    void export(HttpServletResponse response, Query query, Set<MerchantStatus> any, String name) {
        var header =
                Stream.of(
                                "name",
                                "category",
                                "district",
                                "road",
                                "lot",
                                "postcode",
                                "phone",
                                "status",
                                "ref")
                        .map(column -> message("finder.column." + column));
        CsvExport.write(
                response,
                message(name) + ".csv",
                header.toList(),
                merchants.all(filter(query, any)).map(this::cells));
    }

    /** The city's districts to choose from. */
    List<Option> districts() {
        return city.districts().stream()
                .map(district -> new Option(district.code(), district.label()))
                .toList();
    }

    /** The city's categories to choose from. */
    public List<Option> categories() {
        return city.categories().stream()
                .map(category -> new Option(category.code(), category.label()))
                .toList();
    }

    /** The reasons of a decision to choose from. */
    List<Option> reasons(Decision decision) {
        return decision.reasons().stream()
                .map(reason -> new Option(reason, message("finder.reason." + reason)))
                .toList();
    }

    /** A business in the words of the city. */
    public ShopRow row(MerchantSummary merchant) {
        Business business = merchant.business();
        return new ShopRow(
                merchant.ref(),
                business.name(),
                category(business),
                district(business),
                text(business.address()),
                business.phone(),
                label(merchant.status()),
                kind(merchant.status()));
    }

    /** What a state is called. */
    String label(MerchantStatus status) {
        return message("finder.status." + status.code());
    }

    private List<String> cells(MerchantSummary merchant) {
        Business business = merchant.business();
        return List.of(
                business.name(),
                category(business),
                district(business),
                text(business.roadAddress()),
                text(business.lotAddress()),
                text(business.postcode()),
                text(business.phone()),
                label(merchant.status()),
                merchant.ref());
    }

    private String category(Business business) {
        return city.category(business.category()).map(Category::label).orElse(business.category());
    }

    private String district(Business business) {
        return Optional.ofNullable(business.district())
                .flatMap(city::district)
                .map(District::label)
                .orElse("");
    }

    private String message(String key) {
        return messages.getMessage(key, null, LocaleContextHolder.getLocale());
    }

    private static String kind(MerchantStatus status) {
        return switch (status) {
            case APPROVED -> "ok";
            case LISTED -> "neutral";
            case SUSPENDED -> "warn";
            case CLOSED -> "bad";
        };
    }

    private static String text(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }
}
