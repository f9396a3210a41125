package city.dure.people;

import city.dure.access.Access;
import city.dure.access.AccessLog;
import city.dure.identity.Accounts;
import city.dure.shared.Page;
import city.dure.web.CsvExport;
import city.dure.web.Formats;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** The access log, for the auditor. */
@Controller
class AccessLogController {
    private static final int ROWS = 50;
    private static final List<String> COLUMNS =
            List.of(
                    "id", "at", "last_at", "what", "who", "place", "times", "about", "whom",
                    "reason");

    private final AccessLog log;
    private final Accounts accounts;
    private final Clock clock;

    AccessLogController(AccessLog log, Accounts accounts, Clock clock) {
        this.log = log;
        this.accounts = accounts;
        this.clock = clock;
    }

    @GetMapping("/office/access-log")
    String index(
            @ModelAttribute("asked") AccessFilter asked,
            @RequestParam @Nullable Long after,
            Model model) {
        AccessFilter filter = asked.bounded(today());
        var page = page(filter, after);
        model.addAttribute("filter", filter);
        model.addAttribute("kinds", Access.What.values());
        model.addAttribute("page", page);
        model.addAttribute("names", names(page.rows()));
        model.addAttribute("today", today());
        return "people/access-log";
    }

    /** The lines of one day, which is what the ledger's digest of that day is about. */
    @GetMapping("/office/access-log/export")
    void export(
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate day,
            HttpServletResponse response) {
        LocalDate asked = day == null ? today() : day;
        CsvExport.write(
                response,
                "access-log-" + asked + ".csv",
                COLUMNS,
                log.ofDay(asked).stream().map(AccessLogController::line));
    }

    private Page<Access> page(AccessFilter filter, @Nullable Long after) {
        LocalDate day = filter.date();
        return day == null
                ? log.page(null, after, ROWS)
                : log.page(day, filter.kind(), after, ROWS);
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(Formats.ZONE));
    }

    private static List<String> line(Access access) {
        return List.of(
                String.valueOf(access.id()),
                access.at().toString(),
                access.lastAt().toString(),
                access.what().code(),
                access.who(),
                access.place(),
                String.valueOf(access.times()),
                Objects.requireNonNullElse(access.about(), ""),
                Objects.requireNonNullElse(access.whom(), ""),
                Objects.requireNonNullElse(access.reason(), ""));
    }

    private Map<String, String> names(List<Access> rows) {
        return accounts.displayNames(
                rows.stream()
                        .map(Access::who)
                        .filter(who -> who.startsWith("u-"))
                        .distinct()
                        .toList());
    }
}
