package city.dure.finder;

import city.dure.merchants.MerchantStatus;
import io.github.wimdeblauwe.htmx.spring.boot.mvc.HxRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

/** The public finder of shops; closed ones are not in it. */
@Controller
class FinderController {
    private static final Set<MerchantStatus> FOUND =
            Collections.unmodifiableSet(
                    EnumSet.of(
                            MerchantStatus.APPROVED,
                            MerchantStatus.LISTED,
                            MerchantStatus.SUSPENDED));
    private static final String PATH = "/merchants";

    private final Lists lists;

    FinderController(Lists lists) {
        this.lists = lists;
    }

    @GetMapping(PATH)
    String index(@ModelAttribute("query") Query query, Model model) {
        lists.offer(FOUND, model);
        return results(query, model, "finder/index");
    }

    @HxRequest
    @GetMapping(PATH)
    String indexInPlace(@ModelAttribute("query") Query query, Model model) {
        return results(query, model, "finder/_results");
    }

    @GetMapping("/merchants.csv")
    void export(@ModelAttribute("query") Query query, HttpServletResponse response) {
        lists.export(response, query, FOUND, "finder.file");
    }

    private String results(Query query, Model model, String view) {
        lists.show(query, FOUND, PATH, model);
        return view;
    }
}
