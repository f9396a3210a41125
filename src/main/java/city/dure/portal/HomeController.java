package city.dure.portal;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The front door. */
@Controller
class HomeController {
    @GetMapping("/")
    String show() {
        return "portal/home";
    }
}
