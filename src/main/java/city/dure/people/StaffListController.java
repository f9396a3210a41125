package city.dure.people;

import city.dure.identity.AccountId;
import city.dure.identity.RoleGrant;
import city.dure.web.CsvExport;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of staff and their roles, and the same as a file. */
@Controller
class StaffListController {
    private static final int ROWS = 50;

    private final Staff staff;
    private final MessageSource messages;

    StaffListController(Staff staff, MessageSource messages) {
        this.staff = staff;
        this.messages = messages;
    }

    @GetMapping("/office/staff")
    String index(
            @ModelAttribute("filter") StaffFilter filter,
            @RequestParam @Nullable AccountId after,
            Model model) {
        model.addAttribute("page", staff.page(filter, after, ROWS));
        model.addAttribute("roles", staff.grantable());
        model.addAttribute("waiting", StaffFilter.WAITING);
        return "people/staff";
    }

    /** One line for each role; a colleague without one has a line too. */
    @GetMapping("/office/staff.csv")
    void export(
            @ModelAttribute("filter") StaffFilter filter,
            HttpServletResponse response,
            Locale locale) {
        var header =
                Stream.of("name", "roles", "until.label", "state")
                        .map(column -> word("people.staff." + column, locale))
                        .toList();
        CsvExport.write(
                response,
                word("people.staff.title", locale) + ".csv",
                header,
                staff.all(filter, null).flatMap(member -> lines(member, locale)));
    }

    private Stream<List<String>> lines(Staff.Member member, Locale locale) {
        return member.roles().isEmpty()
                ? Stream.of(List.of(member.name(), "", "", ""))
                : member.roles().stream().map(role -> line(member, role, locale));
    }

    private List<String> line(Staff.Member member, RoleGrant grant, Locale locale) {
        return List.of(
                member.name(),
                word("permissions.role." + grant.role().code(), locale),
                grant.until().toString(),
                word(grant.waits() ? "people.staff.waits" : "people.staff.holds", locale));
    }

    private String word(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }
}
