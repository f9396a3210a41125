package city.dure.payments;

import city.dure.book.TransferId;
import city.dure.merchants.Member.Membership;
import city.dure.merchants.MerchantId;
import city.dure.merchants.Merchants;
import city.dure.money.Outcome;
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
        merchants.own(actor, id, Membership.OWNER);
        var open = refunds.open(id, payment);
        var form = AmountForm.of(amount == null ? formats.number(open.most()) : amount);
        var errors = Amount.errors(form);
        show(open, form, errors, model);
        return amount == null ? "payments/refund" : review(open, amount, errors, model, response);
    }

    private String review(
            Refunds.Open open,
            String amount,
            BindingResult errors,
            Model model,
            HttpServletResponse response) {
        var won = Amount.read(amount, errors);
        if (won.isPresent() && won.getAsLong() > open.most()) {
            boolean covered = open.most() == open.receipt().open();
            refuse(covered ? Outcome.Reason.OVER_PAID : Outcome.Reason.NOT_COVERED, open, errors);
        }
        model.addAttribute("won", won.orElse(0));
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
        merchants.own(actor, id, Membership.OWNER);
        var won = Amount.read(form.amount(), errors);
        if (won.isPresent()) {
            var outcome = refunds.giveBack(actor, id, payment, won.getAsLong(), form.operation());
            if (outcome instanceof Outcome.Done done) {
                return done(id, won.getAsLong(), done, redirect);
            }
            refuse(((Outcome.Refused) outcome).reason(), refunds.open(id, payment), errors);
        }
        show(refunds.open(id, payment), form, errors, model);
        return again(response);
    }

    private static String done(
            MerchantId id, long won, Outcome.Done done, RedirectAttributes redirect) {
        Flash flash = Flash.success("payments.refunded", won);
        var entry = done.receipt();
        redirect.addFlashAttribute("flash", entry == null ? flash : flash.withEntry(entry.entry()));
        return "redirect:/shop/" + id + "/payments";
    }

    private void refuse(Outcome.Reason reason, Refunds.Open open, BindingResult errors) {
        errors.rejectValue(
                "amount",
                "payments.refused." + reason.code(),
                new Object[] {formats.won(open.most())},
                null);
    }

    private static String again(HttpServletResponse response) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return "payments/refund";
    }

    private static void show(
            Refunds.Open open, AmountForm form, BindingResult errors, Model model) {
        model.addAttribute("open", open);
        model.addAttribute("form", form);
        model.addAttribute(BindingResult.MODEL_KEY_PREFIX + "form", errors);
    }
}
