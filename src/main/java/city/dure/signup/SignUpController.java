package city.dure.signup;

import city.dure.access.KeyedHash;
import city.dure.access.Limits;
import city.dure.access.Limits.Bucket;
import city.dure.access.Networks;
import city.dure.identity.AccountId;
import city.dure.identity.Accounts;
import city.dure.identity.NewAccount;
import city.dure.identity.Passwords;
import city.dure.shared.Actor;
import city.dure.web.NotFound;
import city.dure.web.OnceOnly;
import city.dure.web.TooMany;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * Opens an account for whoever wants one, which is nobody's until its holder joins; only where
 * people do not sign in with another issuer.
 */
@Controller
class SignUpController {
    private static final String PATH = "/idp/accounts/new";
    private static final String DONE = "/idp/accounts/done";
    private static final int UNPROCESSABLE = 422;
    private static final int FROM_ADDRESS = 20;
    private static final int FROM_NETWORK = 100;
    private static final int ALTOGETHER = 1_000;

    private final Accounts accounts;
    private final Passwords passwords;
    private final Limits limits;
    private final KeyedHash hash;
    private final OnceOnly once;
    private final boolean own;

    SignUpController(
            Accounts accounts,
            Passwords passwords,
            Limits limits,
            KeyedHash hash,
            OnceOnly once,
            @Value("${dure.sign-in.issuer:}") String issuer) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.limits = limits;
        this.hash = hash;
        this.once = once;
        this.own = issuer.isBlank();
    }

    @GetMapping(PATH)
    String show(Model model) {
        requireOwn();
        model.addAttribute("form", SignUpForm.blank());
        return "signup/new";
    }

    @GetMapping(DONE)
    String done() {
        requireOwn();
        return "signup/done";
    }

    @PostMapping(PATH)
    String open(
            @ModelAttribute("form") SignUpForm form,
            BindingResult errors,
            HttpServletRequest request,
            HttpServletResponse response) {
        requireOwn();
        if (once.answer(form.operation(), Actor.ANYONE).isPresent()) {
            return "redirect:" + DONE;
        }
        slow(request); // Whether a name is taken is told here, so asking is counted too.
        form.check(errors);
        if (!errors.hasFieldErrors("username") && passwords.find(form.chosenName()).isPresent()) {
            errors.rejectValue("username", "signup.username.taken");
        }
        return errors.hasErrors() || !opened(form, errors) ? again(response) : "redirect:" + DONE;
    }

    private boolean opened(SignUpForm form, BindingResult errors) {
        try {
            once.run(form.operation(), Actor.ANYONE, () -> open(form));
            return true;
        } catch (DuplicateKeyException e) { // another's since it was looked up
            errors.rejectValue("username", "signup.username.taken");
            return false;
        }
    }

    /** Called "시민" until its holder joins under a name. */
    private String open(SignUpForm form) {
        AccountId account = accounts.open(Actor.ANYONE, new NewAccount("시민", false));
        passwords.set(Actor.ANYONE, account, form.chosenName(), form.chosenPassword());
        return DONE;
    }

    private void slow(HttpServletRequest request) {
        String address = request.getRemoteAddr();
        var wait =
                limits.take(
                        new Bucket("sign-ups of " + hashed(address), FROM_ADDRESS),
                        new Bucket("sign-ups of " + Networks.of(address), FROM_NETWORK),
                        new Bucket("sign-ups", ALTOGETHER));
        if (wait.isPresent()) {
            throw new TooMany("sign-ups");
        }
    }

    private String hashed(String address) {
        return hash.of("signup.addresses", address);
    }

    private void requireOwn() {
        if (!own) {
            throw new NotFound(PATH);
        }
    }

    private static String again(HttpServletResponse response) {
        response.setStatus(UNPROCESSABLE);
        return "signup/new";
    }
}
