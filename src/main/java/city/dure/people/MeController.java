package city.dure.people;

import city.dure.access.AccessLog;
import city.dure.identity.AccountId;
import city.dure.identity.Accounts;
import city.dure.identity.Person;
import city.dure.identity.RoleGrant;
import city.dure.shared.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One's own page: who I am here, in which roles until when, and my own sign-ins. */
@Controller
class MeController {
    private static final int ROWS = 20;

    private final Accounts accounts;
    private final Staff staff;
    private final AccessLog log;

    MeController(Accounts accounts, Staff staff, AccessLog log) {
        this.accounts = accounts;
        this.staff = staff;
        this.log = log;
    }

    @GetMapping("/me")
    String show(@RequestParam @Nullable Long after, Actor actor, Model model) {
        model.addAttribute("name", accounts.ownName(actor.ref()));
        model.addAttribute("ref", actor.ref());
        model.addAttribute(
                "citizen", accounts.person(actor.ref()).stream().noneMatch(Person::staff));
        model.addAttribute(
                "roles",
                staff.rolesOf(AccountId.valueOf(actor.ref())).stream()
                        .filter(RoleGrant::granted)
                        .toList());
        model.addAttribute("page", log.page(actor.ref(), after, ROWS));
        return "people/me";
    }
}
