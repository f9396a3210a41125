package city.dure.finder;

import io.github.wimdeblauwe.htmx.spring.boot.mvc.HxRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

/** The officials' register of all businesses, closed ones too. */
@Controller
class RegisterController {
    private static final String PATH = "/office/merchants";

    private final Lists lists;

    RegisterController(Lists lists) {
        this.lists = lists;
    }

    @GetMapping(PATH)
    String index(@ModelAttribute("query") Query query, Model model) {
        lists.offer(Lists.ALL, model);
        return results(query, model, "finder/register");
    }

    @HxRequest
    @GetMapping(PATH)
    String indexInPlace(@ModelAttribute("query") Query query, Model model) {
        return results(query, model, "finder/_results");
    }

    @GetMapping("/office/merchants.csv")
    void export(@ModelAttribute("query") Query query, HttpServletResponse response) {
        lists.export(response, query, Lists.ALL, "finder.register.file");
    }

    private String results(Query query, Model model, String view) {
        lists.show(query, Lists.ALL, PATH, model);
        return view;
    }
}
