package city.dure.people;

import city.dure.identity.AccountId;
import city.dure.identity.Accounts;
import city.dure.identity.NewAccount;
import city.dure.identity.PersonMarks;
import city.dure.invitations.Invitations;
import city.dure.shared.Actor;
import city.dure.shared.Role;
import city.dure.web.OnceOnly;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.time.LocalDate;
import java.util.Objects;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Invites staff: an account, a role asked for, and a one-time link that is shown once to whoever
 * invites and kept nowhere but in the session until then.
 */
@Controller
class InviteController {
    private static final int UNPROCESSABLE = 422;

    private final StaffChoices choices;
    private final Accounts accounts;
    private final PersonMarks persons;
    private final RoleRequests requests;
    private final Invitations invitations;
    private final LinkOnce links;
    private final OnceOnly once;

    InviteController(
            StaffChoices choices,
            Accounts accounts,
            PersonMarks persons,
            RoleRequests requests,
            Invitations invitations,
            LinkOnce links,
            OnceOnly once) {
        this.choices = choices;
        this.accounts = accounts;
        this.persons = persons;
        this.requests = requests;
        this.invitations = invitations;
        this.links = links;
        this.once = once;
    }

    @GetMapping("/office/staff/new")
    String fresh(Model model) {
        model.addAttribute("form", InviteForm.blank(choices.longest().toString()));
        return page(model);
    }

    @PostMapping("/office/staff")
    String invite(
            @Valid @ModelAttribute("form") InviteForm form,
            BindingResult errors,
            Actor actor,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        Role role = choices.role(form.role(), errors);
        LocalDate until = choices.until(form.until(), errors);
        if (errors.hasErrors() || role == null || until == null) {
            response.setStatus(UNPROCESSABLE);
            return page(model);
        }
        String name = Objects.requireNonNull(form.name()).strip();
        String number = Objects.requireNonNull(form.number());
        return "redirect:"
                + once.run(
                        form.operation(),
                        actor,
                        () -> {
                            AccountId account = accounts.open(actor, new NewAccount(name, true));
                            persons.mark(account, number);
                            requests.ask(actor, account, role, until);
                            return links.show(
                                    invitations.invite(actor, account), account, redirect);
                        });
    }

    private String page(Model model) {
        model.addAttribute("choices", choices.roles());
        return "people/invite";
    }
}
