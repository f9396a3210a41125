package city.dure.signin;

import city.dure.identity.DemoPeople;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The sign-in page of the portal's own authorization server. */
@Controller
class LoginController {
    private final DemoPeople demo;

    LoginController(DemoPeople demo) {
        this.demo = demo;
    }

    @GetMapping("/idp/login")
    String show(Model model) {
        model.addAttribute("people", demo.all());
        model.addAttribute("password", DemoPeople.PASSWORD);
        return "signin/login";
    }
}
