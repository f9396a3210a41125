package city.dure.payments;

import city.dure.book.TransferId;
import city.dure.merchants.Member.Membership;
import city.dure.merchants.MerchantId;
import city.dure.merchants.Merchants;
import city.dure.refunds.RefundsOwed;
import city.dure.shared.Actor;
import city.dure.web.Flash;
import city.dure.web.Formats;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Giving back what was paid: how much, then once more how much, then it is done. */
@Controller
@RequestMapping("/shop/{id}/payments/{payment}/refund")
class RefundController {
    private final Refunds refunds;
    private final Merchants merchants;
    private final Formats formats;

    RefundController(Refunds refunds, Merchants merchants, Formats formats) {
        this.refunds = refunds;
        this.merchants = merchants;
        this.formats = formats;
    }

    /** Asks how much, and for an amount whether it shall be given back; moves nothing. */
    @GetMapping
    String ask(
            @PathVariable MerchantId id,
            @PathVariable TransferId payment,
            @RequestParam @Nullable String amount,
            Actor actor,
            Model model,
            HttpServletResponse response) {
        var as = merchants.membership(actor, id);
        var open = refunds.open(id, payment);
        String most = formats.number(open.most());
        // A clerk has nothing to choose: it is the whole of it, or for the owner to do.
        String asked = as == Membership.OWNER ? amount : most;
        var form = AmountForm.of(asked == null ? most : asked);
        var errors = Amount.errors(form);
        show(open, form, errors, model);
        refunds.requireRight(as, open, open.most());
        return asked == null ? "payments/refund" : review(open, asked, errors, model, response);
    }

    private String review(
            Receipt open,
            String amount,
            BindingResult errors,
            Model model,
            HttpServletResponse response) {
        var won = Amount.read(amount, errors);
        if (won.isPresent() && won.getAsLong() > open.most()) {
            refuse(open, errors);
        }
        model.addAttribute("won", won.orElse(0));
        model.addAttribute("cancels", refunds.cancels(open, won.orElse(0)));
        return errors.hasErrors() ? again(response) : "payments/refund-confirm";
    }

    /** Gives back, by what was sent and nothing that was shown before. */
    @PostMapping
    String giveBack(
            @PathVariable MerchantId id,
            @PathVariable TransferId payment,
            @ModelAttribute("form") AmountForm form,
            BindingResult errors,
            Actor actor,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        var as = merchants.membership(actor, id);
        var won = Amount.read(form.amount(), errors);
        if (won.isPresent()) {
            var back = new Refunds.Wanted(id, payment, won.getAsLong(), form.operation());
            var given = refunds.giveBack(actor, as, back);
            if (given.refused() == null) {
                boolean cancels = refunds.open(id, payment).cancelledBy(given.transfer());
                return done(id, given, cancels, redirect);
            }
            refuse(refunds.open(id, payment), errors);
        }
        show(refunds.open(id, payment), form, errors, model);
        return again(response);
    }

    private static String done(
            MerchantId id, RefundsOwed.Given given, boolean cancels, RedirectAttributes redirect) {
        Flash flash =
                given.owed() == 0
                        ? Flash.success(done(cancels), given.given())
                        : Flash.success("payments.refunded.owed", given.given(), given.owed());
        var entry = given.receipt();
        redirect.addFlashAttribute("flash", entry == null ? flash : flash.withEntry(entry.entry()));
        return "redirect:/shop/" + id + "/payments";
    }

    /** A cancelled payment is no refund to people. */
    private static String done(boolean cancels) {
        return cancels ? "payments.cancelled" : "payments.refunded";
    }

    private void refuse(Receipt open, BindingResult errors) {
        Object[] most = {formats.won(open.most())};
        errors.rejectValue("amount", "payments.refused.over_paid", most, null);
    }

    private static String again(HttpServletResponse response) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return "payments/refund";
    }

    private static void show(Receipt open, AmountForm form, BindingResult errors, Model model) {
        model.addAttribute("receipt", open);
        model.addAttribute("form", form);
        model.addAttribute(BindingResult.MODEL_KEY_PREFIX + "form", errors);
    }
}
