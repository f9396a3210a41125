package city.dure.invitations;

import city.dure.identity.Accounts;
import city.dure.identity.Passwords;
import city.dure.web.NotFound;
import city.dure.web.OnceOnly;
import jakarta.validation.Valid;
import java.util.Map;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** What a one-time link opens: a form that lets its holder sign in from now on. */
@Controller
class InvitationController {
    private static final String WELCOME = "/idp/welcome";

    private final Invitations invitations;
    private final Accounts accounts;
    private final Passwords passwords;
    private final OnceOnly once;

    InvitationController(
            Invitations invitations, Accounts accounts, Passwords passwords, OnceOnly once) {
        this.invitations = invitations;
        this.accounts = accounts;
        this.passwords = passwords;
        this.once = once;
    }

    /** Opening it changes nothing: mail programs open links too. */
    @GetMapping("/idp/invitations/{token}")
    ModelAndView open(@PathVariable String token, Model model) {
        Invitation link = find(token);
        if (link.state() != Invitation.State.OPEN) {
            return gone(link);
        }
        model.addAttribute("form", PasswordForm.blank(accounts.ownName(link.account().ref())));
        return page(link, token, model, HttpStatus.OK);
    }

    @PostMapping("/idp/invitations/{token}")
    ModelAndView accept(
            @PathVariable String token,
            @Valid @ModelAttribute("form") PasswordForm form,
            BindingResult errors,
            Model model) {
        Invitation link = find(token);
        if (once.answer(form.operation(), Invitations.holder(link)).isPresent()) {
            return welcome();
        }
        check(form, link, errors);
        if (!errors.hasErrors() && link.state() == Invitation.State.OPEN) {
            try {
                return accept(link, form);
            } catch (DuplicateKeyException e) { // another's since it was looked up
                errors.rejectValue("username", "invitations.username.taken");
            } catch (InvitationGone e) {
                return gone(find(token));
            }
        }
        return link.state() == Invitation.State.OPEN
                ? page(link, token, model, HttpStatus.UNPROCESSABLE_CONTENT)
                : gone(link);
    }

    @GetMapping(WELCOME)
    String done() {
        return "invitations/done";
    }

    private ModelAndView accept(Invitation link, PasswordForm form) {
        once.run(
                form.operation(),
                Invitations.holder(link),
                () -> {
                    invitations.accept(
                            link, form.calledName(), form.chosenUsername(), form.chosenPassword());
                    return WELCOME;
                });
        return welcome();
    }

    private void check(PasswordForm form, Invitation link, BindingResult errors) {
        String fault = form.passwordFault();
        if (fault != null) {
            errors.rejectValue("password", fault);
        } else if (!form.typedTwice()) {
            errors.rejectValue("again", "invitations.again.differs");
        }
        boolean taken =
                passwords
                        .find(form.chosenUsername())
                        .filter(found -> !found.account().equals(link.account()))
                        .isPresent();
        if (taken) {
            errors.rejectValue("username", "invitations.username.taken");
        }
    }

    private Invitation find(String token) {
        return invitations.find(token).orElseThrow(() -> new NotFound("invitation"));
    }

    private static ModelAndView page(
            Invitation link, String token, Model model, HttpStatus status) {
        model.addAttribute("link", link);
        model.addAttribute("token", token);
        return new ModelAndView("invitations/open", model.asMap(), status);
    }

    private static ModelAndView gone(Invitation link) {
        return new ModelAndView("invitations/gone", Map.of("link", link), HttpStatus.GONE);
    }

    private static ModelAndView welcome() {
        return new ModelAndView("redirect:" + WELCOME);
    }
}
