package city.dure.citizendesk;

import city.dure.citizens.CitizenId;
import city.dure.citizens.CitizenList;
import city.dure.city.City;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** Who is in the register, newest first; nothing personal, which takes a reason to see. */
@Controller
class CitizenListController {
    static final String PATH = "/office/citizens";
    private static final int ROWS = 50;

    private final CitizenList list;
    private final City city;

    CitizenListController(CitizenList list, City city) {
        this.list = list;
        this.city = city;
    }

    /** What was asked for, as it stands in the address; what is none of the choices is all. */
    record Asked(@Nullable String district, @Nullable String level, @Nullable String listed) {
        CitizenList.Filter filter() {
            return new CitizenList.Filter(
                    given(district),
                    level != null && level.matches("[0-3]") ? Integer.valueOf(level) : null,
                    given(listed) == null ? null : Boolean.valueOf(listed));
        }

        /** Whether it leaves anybody out. */
        public boolean narrow() {
            return Stream.of(district, level, listed).anyMatch(each -> given(each) != null);
        }

        /** The address of this list. */
        public String href() {
            var href = UriComponentsBuilder.fromPath(PATH);
            put(href, "district", district);
            put(href, "level", level);
            put(href, "listed", listed);
            return href.encode().toUriString();
        }

        private static void put(UriComponentsBuilder href, String name, @Nullable String value) {
            if (given(value) != null) {
                href.queryParam(name, value);
            }
        }

        private static @Nullable String given(@Nullable String value) {
            return value == null || value.isBlank() ? null : value;
        }
    }

    @GetMapping(PATH)
    String index(
            @ModelAttribute("asked") Asked asked,
            @RequestParam @Nullable CitizenId after,
            Model model) {
        Map<String, String> districts = new LinkedHashMap<>();
        city.districts().forEach(each -> districts.put(each.code(), each.label()));
        model.addAttribute("districts", districts);
        model.addAttribute("page", list.page(asked.filter(), after, ROWS));
        return "citizendesk/list";
    }
}
