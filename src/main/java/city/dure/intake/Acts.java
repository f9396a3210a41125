package city.dure.intake;

import city.dure.ledger.LedgerReceipt;
import city.dure.shared.Actor;
import city.dure.web.Flash;
import city.dure.web.OnceOnly;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Lets a button about an application take effect once, and says on the next page what it did. */
@Component
public class Acts {
    private final OnceOnly onceOnly;

    Acts(OnceOnly onceOnly) {
        this.onceOnly = onceOnly;
    }

    /**
     * Does it, or nothing when it was done before, and redirects.
     *
     * @param operation minted with the form
     * @param done the message that says what was done
     * @return the view name of the redirect
     */
    public String redirect(
            UUID operation,
            Actor actor,
            RedirectAttributes redirect,
            String done,
            String location,
            Supplier<LedgerReceipt> act) {
        var flash = new AtomicReference<>(Flash.info("intake.flash.done-before"));
        String answer =
                onceOnly.run(
                        operation,
                        actor,
                        () -> {
                            flash.set(Flash.success(done).withEntry(act.get().entry()));
                            return location;
                        });
        redirect.addFlashAttribute("flash", flash.get());
        return "redirect:" + answer;
    }
}
