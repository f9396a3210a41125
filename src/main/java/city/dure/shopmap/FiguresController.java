package city.dure.shopmap;

import city.dure.city.Category;
import city.dure.city.City;
import city.dure.city.District;
import city.dure.merchants.Figures;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Bars of businesses by district and by category, each with its table. */
@Controller
class FiguresController {
    private final Figures figures;
    private final City city;
    private final MessageSource messages;

    FiguresController(Figures figures, City city, MessageSource messages) {
        this.figures = figures;
        this.city = city;
        this.messages = messages;
    }

    /** A bar: how many businesses, and how many of them accept the currency now. */
    record Bar(String name, int shops, int approved) {}

    /** Bars with their sums. */
    record Chart(List<Bar> bars) {
        /** All businesses. */
        public int shops() {
            return bars.stream().mapToInt(Bar::shops).sum();
        }

        /** All merchants. */
        public int approved() {
            return bars.stream().mapToInt(Bar::approved).sum();
        }
    }

    @GetMapping("/office/merchants/figures")
    String show(Model model) {
        model.addAttribute(
                "districts",
                chart(
                        city.districts().stream().map(District::code).toList(),
                        figures.byDistrict(),
                        figures.approvedByDistrict(),
                        this::district));
        var categories =
                chart(
                        city.categories().stream().map(Category::code).toList(),
                        figures.byCategory(),
                        figures.approvedByCategory(),
                        this::category);
        var largest =
                categories.bars().stream()
                        .filter(bar -> bar.shops() > 0)
                        .sorted(Comparator.comparingInt(Bar::shops).reversed());
        model.addAttribute("categories", new Chart(largest.toList()));
        return "shopmap/figures";
    }

    /** In the city's order; codes that it does not know stand last. */
    private static Chart chart(
            List<String> known,
            Map<String, Integer> shops,
            Map<String, Integer> approved,
            Function<String, String> name) {
        Set<String> others = new TreeSet<>(shops.keySet());
        known.forEach(others::remove);
        var codes = new ArrayList<>(known);
        codes.addAll(others);
        return new Chart(
                codes.stream()
                        .map(code ->
                                new Bar(
                                        name.apply(code),
                                        shops.getOrDefault(code, 0),
                                        approved.getOrDefault(code, 0)))
                        .toList());
    }

    private String district(String code) {
        return city.district(code)
                .map(District::label)
                .orElseGet(() ->
                        code.isEmpty()
                                ? messages.getMessage(
                                        "shopmap.figures.none",
                                        null,
                                        LocaleContextHolder.getLocale())
                                : code);
    }

    private String category(String code) {
        return city.category(code).map(Category::label).orElse(code);
    }
}
