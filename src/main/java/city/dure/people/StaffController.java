package city.dure.people;

import city.dure.identity.AccountId;
import city.dure.identity.RoleGrant;
import city.dure.identity.Roles;
import city.dure.ledger.LedgerReceipt;
import city.dure.shared.Actor;
import city.dure.shared.Role;
import city.dure.web.Flash;
import city.dure.web.NotFound;
import city.dure.web.OnceOnly;
import city.dure.web.Option;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
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
    private static final int ROWS = 50;
    private static final int UNPROCESSABLE = 422;

    /** Mints the once-only ids of the many small forms of a page. */
    record Operations() {
        public UUID next() {
            return UUID.randomUUID();
        }
    }

    private final Staff staff;
    private final Roles roles;
    private final OnceOnly once;
    private final MessageSource messages;

    StaffController(Staff staff, Roles roles, OnceOnly once, MessageSource messages) {
        this.staff = staff;
        this.roles = roles;
        this.once = once;
        this.messages = messages;
    }

    @GetMapping("/office/staff/{id}")
    String show(@PathVariable AccountId id, Actor actor, Model model) {
        model.addAttribute("form", RoleForm.blank(longest().toString()));
        return page(id, actor, model);
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
        Role role = Role.of(String.valueOf(form.role())).orElse(null);
        LocalDate until = day(form.until());
        check(member, role, until, errors);
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
                () -> roles.propose(actor, id, role, until));
    }

    @PostMapping("/office/staff/{id}/roles/{grant}/approval")
    String approve(
            @PathVariable AccountId id,
            @PathVariable UUID grant,
            @RequestParam UUID operation,
            Actor actor,
            RedirectAttributes redirect) {
        return act(operation, actor, redirect, id, "granted", () -> roles.approve(actor, grant));
    }

    @PostMapping("/office/staff/{id}/roles/{grant}/refusal")
    String decline(
            @PathVariable AccountId id,
            @PathVariable UUID grant,
            @RequestParam UUID operation,
            Actor actor,
            RedirectAttributes redirect) {
        return act(operation, actor, redirect, id, "declined", () -> roles.decline(actor, grant));
    }

    @PostMapping("/office/staff/{id}/roles/{grant}/withdrawal")
    String withdraw(
            @PathVariable AccountId id,
            @PathVariable UUID grant,
            @RequestParam UUID operation,
            Actor actor,
            RedirectAttributes redirect) {
        return act(operation, actor, redirect, id, "withdrawn", () -> roles.withdraw(actor, grant));
    }

    private String act(
            UUID operation,
            Actor actor,
            RedirectAttributes redirect,
            AccountId id,
            String done,
            Supplier<LedgerReceipt> action) {
        var receipt = new AtomicReference<LedgerReceipt>();
        String location =
                once.run(
                        operation,
                        actor,
                        () -> {
                            receipt.set(action.get());
                            return "/office/staff/" + id.ref();
                        });
        Flash flash = Flash.success("people.flash." + done);
        LedgerReceipt given = receipt.get();
        redirect.addFlashAttribute("flash", given == null ? flash : flash.withEntry(given.entry()));
        return "redirect:" + location;
    }

    private String page(AccountId id, Actor actor, Model model) {
        var member = member(id);
        model.addAttribute("member", member);
        model.addAttribute("names", staff.names(List.of(member)));
        model.addAttribute("actor", actor);
        model.addAttribute("mayChange", actor.role() == Role.ADMIN);
        model.addAttribute("operations", new Operations());
        model.addAttribute("choices", choices());
        return "people/member";
    }

    private void check(
            Staff.Member member,
            @Nullable Role role,
            @Nullable LocalDate until,
            BindingResult errors) {
        if (role == null || !staff.grantable().contains(role)) {
            reject(errors, "role", "people.staff.role.missing");
        } else if (member.roles().stream()
                .anyMatch(grant -> grant.role() == role && grant.waits())) {
            reject(errors, "role", "people.staff.role.waits");
        } else if (Roles.apart(held(member), role)) {
            reject(errors, "role", "identity.role.apart");
        }
        if (until == null || until.isBefore(staff.today()) || until.isAfter(longest())) {
            reject(errors, "until", "people.staff.until.wrong");
        }
    }

    private static void reject(BindingResult errors, String field, String message) {
        if (!errors.hasFieldErrors(field)) {
            errors.rejectValue(field, message);
        }
    }

    private static List<Role> held(Staff.Member member) {
        return member.roles().stream().filter(RoleGrant::granted).map(RoleGrant::role).toList();
    }

    private Staff.Member member(AccountId id) {
        return staff.member(id).orElseThrow(() -> new NotFound("staff " + id));
    }

    private LocalDate longest() {
        return staff.today().plusMonths(Roles.MOST_MONTHS);
    }

    private List<Option> choices() {
        Locale language = org.springframework.context.i18n.LocaleContextHolder.getLocale();
        return staff.grantable().stream()
                .map(role ->
                        new Option(
                                role.code(),
                                messages.getMessage(
                                        "permissions.role." + role.code(), null, language)))
                .toList();
    }

    private static @Nullable LocalDate day(@Nullable String typed) {
        try {
            return typed == null ? null : LocalDate.parse(typed.strip());
        } catch (DateTimeException e) {
            return null; // told at the field
        }
    }
}
