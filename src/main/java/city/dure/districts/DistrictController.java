package city.dure.districts;

import static java.util.Objects.requireNonNullElse;

import city.dure.city.District;
import city.dure.city.DistrictMap;
import city.dure.city.Districts;
import city.dure.identity.Accounts;
import city.dure.merchants.Figures;
import city.dure.shared.Actor;
import city.dure.shared.Page;
import city.dure.shared.Role;
import city.dure.web.CsvExport;
import io.github.wimdeblauwe.htmx.spring.boot.mvc.HxRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The districts in force, what they were before, and the files that wait. */
@Controller
class DistrictController {
    private static final int ROWS = 50;

    private final Districts districts;
    private final DistrictUploads uploads;
    private final PlacingRuns runs;
    private final Figures figures;
    private final Accounts accounts;
    private final MessageSource messages;

    DistrictController(
            Districts districts,
            DistrictUploads uploads,
            PlacingRuns runs,
            Figures figures,
            Accounts accounts,
            MessageSource messages) {
        this.districts = districts;
        this.uploads = uploads;
        this.runs = runs;
        this.figures = figures;
        this.accounts = accounts;
        this.messages = messages;
    }

    @GetMapping("/office/city/districts")
    String index(
            @RequestParam @Nullable String q,
            @RequestParam @Nullable String after,
            Actor actor,
            Model model) {
        DistrictMap map = districts.map();
        var history = districts.history();
        model.addAttribute("map", map);
        model.addAttribute("count", map.districts().size());
        model.addAttribute("page", page(rows(map, q), after));
        model.addAttribute("q", requireNonNullElse(q, ""));
        model.addAttribute("history", history);
        model.addAttribute(
                "people",
                accounts.displayNames(history.stream().map(Districts.Version::by).toList()));
        assignment(model);
        model.addAttribute("mayChange", actor.role() == Role.ADMIN);
        model.addAttribute("waiting", uploads.waiting());
        return "districts/index";
    }

    /** How far the assignment of businesses is, for a page that lies open. */
    @HxRequest
    @GetMapping("/office/city/districts")
    String assignmentInPlace(Model model) {
        assignment(model);
        return "districts/_assignment";
    }

    private void assignment(Model model) {
        var run = runs.newest();
        model.addAttribute("run", run.orElse(null));
        model.addAttribute(
                "businesses",
                run.filter(PlacingRuns.Run::underWay).isPresent() ? figures.all() : 0);
    }

    @GetMapping("/office/city/districts.csv")
    void export(@RequestParam @Nullable String q, HttpServletResponse response) {
        var header =
                List.of("name", "nameEn", "code", "ministry", "kostat", "shops").stream()
                        .map(column -> message("districts.column." + column))
                        .toList();
        CsvExport.write(
                response,
                message("districts.title") + ".csv",
                header,
                rows(districts.map(), q).stream().map(DistrictController::line));
    }

    private List<DistrictRow> rows(DistrictMap map, @Nullable String q) {
        var shops = figures.byDistrict();
        return map.districts().stream()
                .map(one -> new DistrictRow(one, shops.getOrDefault(one.code(), 0)))
                .filter(row -> row.contains(q))
                .toList();
    }

    /** The part that begins after the district with this code. */
    private static Page<DistrictRow> page(List<DistrictRow> rows, @Nullable String after) {
        int from = 1 + rows.stream().map(row -> row.district().code()).toList().indexOf(after);
        int to = Math.min(rows.size(), from + ROWS);
        String next = to < rows.size() ? rows.get(to - 1).district().code() : null;
        return new Page<>(rows.subList(from, to), next);
    }

    private static List<String> line(DistrictRow row) {
        District one = row.district();
        return List.of(
                one.name(),
                one.nameEn(),
                one.code(),
                requireNonNullElse(one.ministryCode(), ""),
                requireNonNullElse(one.kostatCode(), ""),
                String.valueOf(row.shops()));
    }

    private String message(String key) {
        return messages.getMessage(key, null, LocaleContextHolder.getLocale());
    }
}
