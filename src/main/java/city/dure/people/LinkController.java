package city.dure.people;

import city.dure.identity.AccountId;
import city.dure.invitations.Invitations;
import city.dure.ledger.LedgerReceipt;
import city.dure.shared.Actor;
import city.dure.web.Flash;
import city.dure.web.NotFound;
import city.dure.web.OnceOnly;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** New links for who lost theirs, or lost the device by which they sign in. */
@Controller
@RequestMapping("/office/staff/{id}/invitations")
class LinkController {
    private final Staff staff;
    private final Invitations invitations;
    private final LinkRequests requests;
    private final LinkOnce links;
    private final OnceOnly once;

    LinkController(
            Staff staff,
            Invitations invitations,
            LinkRequests requests,
            LinkOnce links,
            OnceOnly once) {
        this.staff = staff;
        this.invitations = invitations;
        this.requests = requests;
        this.links = links;
        this.once = once;
    }

    /** A new link where nobody used one yet; else it is asked for. */
    @PostMapping
    String again(
            @PathVariable AccountId id,
            @RequestParam UUID operation,
            Actor actor,
            RedirectAttributes redirect) {
        requireStaff(id);
        if (requests.needed(id)) {
            return act(operation, actor, redirect, id, "asked", () -> requests.ask(actor, id));
        }
        return "redirect:"
                + once.run(
                        operation,
                        actor,
                        () -> links.show(invitations.invite(actor, id), id, redirect));
    }

    /** Makes what another administrator asked for. */
    @PostMapping("/{request}/approval")
    String approve(
            @PathVariable AccountId id,
            @PathVariable UUID request,
            @RequestParam UUID operation,
            @RequestParam(defaultValue = "") String mark,
            Actor actor,
            RedirectAttributes redirect) {
        requireStaff(id);
        return "redirect:"
                + once.run(
                        operation,
                        actor,
                        () -> links.show(requests.approve(actor, id, request, mark), id, redirect));
    }

    @PostMapping("/{request}/refusal")
    String decline(
            @PathVariable AccountId id,
            @PathVariable UUID request,
            @RequestParam UUID operation,
            Actor actor,
            RedirectAttributes redirect) {
        requireStaff(id);
        return act(
                operation,
                actor,
                redirect,
                id,
                "declined",
                () -> requests.decline(actor, id, request));
    }

    private String act(
            UUID operation,
            Actor actor,
            RedirectAttributes redirect,
            AccountId id,
            String done,
            Supplier<LedgerReceipt> action) {
        return once.redirect(
                operation,
                actor,
                redirect,
                Flash.success("people.link." + done),
                "/office/staff/" + id.ref(),
                () -> action.get().entry());
    }

    private void requireStaff(AccountId id) {
        if (staff.member(id).isEmpty()) {
            throw new NotFound("staff " + id);
        }
    }
}
