package city.dure.finder;

import io.github.wimdeblauwe.htmx.spring.boot.mvc.HxRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

/** The public finder of shops; closed ones are not in it. */
@Controller
class FinderController {
    private static final String PATH = "/merchants";

    private final Lists lists;

    FinderController(Lists lists) {
        this.lists = lists;
    }

    @GetMapping(PATH)
    String index(@ModelAttribute("query") Query query, Model model) {
        lists.offer(Lists.OPEN, model);
        return results(query, model, "finder/index");
    }

    @HxRequest
    @GetMapping(PATH)
    String indexInPlace(@ModelAttribute("query") Query query, Model model) {
        return results(query, model, "finder/_results");
    }

    @GetMapping("/merchants.csv")
    void export(@ModelAttribute("query") Query query, HttpServletResponse response) {
        lists.export(response, query, Lists.OPEN, "finder.file");
    }

    private String results(Query query, Model model, String view) {
        lists.show(query, Lists.OPEN, PATH, model);
        return view;
    }
}
