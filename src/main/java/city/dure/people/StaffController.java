package city.dure.people;

import city.dure.identity.AccountId;
import city.dure.identity.PersonMarks;
import city.dure.identity.RoleGrant;
import city.dure.identity.Roles;
import city.dure.invitations.Invitations;
import city.dure.ledger.LedgerReceipt;
import city.dure.shared.Actor;
import city.dure.shared.Role;
import city.dure.web.Flash;
import city.dure.web.NotFound;
import city.dure.web.OnceOnly;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Staff and their roles, for administrators: asked for by one, granted by another. */
@Controller
class StaffController {
    private static final int UNPROCESSABLE = 422;

    private final Staff staff;
    private final RoleRequests requests;
    private final OnceOnly once;
    private final StaffChoices choices;
    private final Invitations invitations;
    private final PersonMarks persons;
    private final LinkRequests links;

    StaffController(
            Staff staff,
            RoleRequests requests,
            OnceOnly once,
            StaffChoices choices,
            Invitations invitations,
            PersonMarks persons,
            LinkRequests links) {
        this.staff = staff;
        this.requests = requests;
        this.once = once;
        this.choices = choices;
        this.invitations = invitations;
        this.persons = persons;
        this.links = links;
    }

    @GetMapping("/office/staff/{id}")
    String show(@PathVariable AccountId id, Actor actor, Model model) {
        model.addAttribute("form", RoleForm.blank(choices.longest().toString()));
        return page(id, actor, model);
    }

    /** Notes the staff number of who has none, such as the first administrator. */
    @PostMapping("/office/staff/{id}/number")
    String number(
            @PathVariable AccountId id,
            @Valid @ModelAttribute("numbered") NumberForm form,
            BindingResult errors,
            Actor actor,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        member(id);
        if (errors.hasErrors()) {
            response.setStatus(UNPROCESSABLE);
            return show(id, actor, model);
        }
        String number = Objects.requireNonNull(form.number());
        return act(
                form.operation(),
                actor,
                redirect,
                id,
                "numbered",
                () -> persons.number(actor, id, number));
    }

    @PostMapping("/office/staff/{id}/roles")
    String propose(
            @PathVariable AccountId id,
            @Valid @ModelAttribute("form") RoleForm form,
            BindingResult errors,
            Actor actor,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        var member = member(id);
        Role role = choices.role(form.role(), errors);
        LocalDate until = choices.until(form.until(), errors);
        refuseUnfit(member, role, errors);
        if (errors.hasErrors() || role == null || until == null) {
            var before = once.answer(form.operation(), actor);
            if (before.isPresent()) {
                redirect.addFlashAttribute("flash", Flash.success("people.flash.proposed"));
                return "redirect:" + before.get();
            }
            response.setStatus(UNPROCESSABLE);
            return page(id, actor, model);
        }
        return act(
                form.operation(),
                actor,
                redirect,
                id,
                "proposed",
                () -> requests.ask(actor, id, role, until));
    }

    @PostMapping("/office/staff/{id}/roles/{grant}/approval")
    String approve(
            @PathVariable AccountId id,
            @PathVariable UUID grant,
            @RequestParam UUID operation,
            @RequestParam(defaultValue = "") String mark,
            Actor actor,
            RedirectAttributes redirect) {
        return act(
                operation,
                actor,
                redirect,
                id,
                "granted",
                () -> requests.approve(actor, grant, mark));
    }

    @PostMapping("/office/staff/{id}/roles/{grant}/refusal")
    String decline(
            @PathVariable AccountId id,
            @PathVariable UUID grant,
            @RequestParam UUID operation,
            Actor actor,
            RedirectAttributes redirect) {
        return act(
                operation, actor, redirect, id, "declined", () -> requests.decline(actor, grant));
    }

    @PostMapping("/office/staff/{id}/roles/{grant}/withdrawal")
    String withdraw(
            @PathVariable AccountId id,
            @PathVariable UUID grant,
            @RequestParam UUID operation,
            Actor actor,
            RedirectAttributes redirect) {
        return act(
                operation, actor, redirect, id, "withdrawn", () -> requests.withdraw(actor, grant));
    }

    private String act(
            UUID operation,
            Actor actor,
            RedirectAttributes redirect,
            AccountId id,
            String done,
            Supplier<LedgerReceipt> action) {
        Flash flash = Flash.success("people.flash." + done);
        String location = "/office/staff/" + id.ref();
        return once.redirect(
                operation, actor, redirect, flash, location, () -> action.get().entry());
    }

    private String page(AccountId id, Actor actor, Model model) {
        var member = member(id);
        model.addAttribute("member", member);
        model.addAttribute("names", staff.names(List.of(member)));
        model.addAttribute("actor", actor);
        model.addAttribute("number", persons.staffNumber(id).orElse(null));
        if (!model.containsAttribute("numbered")) {
            model.addAttribute("numbered", new NumberForm(UUID.randomUUID(), ""));
        }
        model.addAttribute("mayChange", actor.role() == Role.ADMIN);
        model.addAttribute("requests", requests);
        model.addAttribute("expired", staff.expired(id));
        model.addAttribute("operations", new OnceOnly.Ids());
        model.addAttribute("choices", choices.roles());
        model.addAttribute("openUntil", invitations.openUntil(id).orElse(null));
        model.addAttribute("links", links);
        model.addAttribute("linkAsked", links.waiting(id).orElse(null));
        model.addAttribute("entered", links.needed(id));
        return "people/member";
    }

    private static void refuseUnfit(
            Staff.Member member, @Nullable Role role, BindingResult errors) {
        if (role == null) {
            return; // told already
        }
        if (member.roles().stream().anyMatch(grant -> grant.role() == role && grant.waits())) {
            StaffChoices.reject(errors, "role", "people.staff.role.waits");
        } else if (Roles.apart(held(member), role)) {
            StaffChoices.reject(errors, "role", "identity.role.apart");
        }
    }

    private static List<Role> held(Staff.Member member) {
        return member.roles().stream().filter(RoleGrant::granted).map(RoleGrant::role).toList();
    }

    private Staff.Member member(AccountId id) {
        return staff.member(id).orElseThrow(() -> new NotFound("staff " + id));
    }
}
