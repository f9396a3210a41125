package city.dure.payments;

import city.dure.access.Device;
import city.dure.finder.Lists;
import city.dure.merchants.MerchantId;
import city.dure.money.Outcome;
import city.dure.money.Spending;
import city.dure.shared.Actor;
import city.dure.web.Flash;
import city.dure.web.Formats;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
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

/** Paying at a shop: how much, then once more what and out of which purse, then it is done. */
@Controller
@RequestMapping("/merchants/{id}/pay")
class PayController {
    private final Payments payments;
    private final Lists lists;
    private final Formats formats;

    PayController(Payments payments, Lists lists, Formats formats) {
        this.payments = payments;
        this.lists = lists;
        this.formats = formats;
    }

    /**
     * Asks how much, and for an amount whether it shall be paid; moves nothing.
     *
     * @param device known from here on, before anything is paid
     */
    @GetMapping
    String ask(
            @PathVariable MerchantId id,
            @RequestParam @Nullable String amount,
            Actor actor,
            Device device,
            Model model,
            HttpServletResponse response) {
        var form = AmountForm.of(amount);
        var errors = Amount.errors(form);
        show(payments.visit(actor, id), form, errors, model);
        return amount == null ? "payments/pay" : review(amount, errors, model, response);
    }

    private String review(
            String amount, BindingResult errors, Model model, HttpServletResponse response) {
        var visit = (Visit) Objects.requireNonNull(model.getAttribute("visit"));
        var won = Amount.read(amount, errors);
        if (visit.stop() != null || won.isEmpty()) {
            return again(response);
        }
        Spending.Foreseen foreseen = payments.foresee(visit, won.getAsLong());
        if (foreseen.refused() != null) {
            return refuse(foreseen.refused(), errors, model, response);
        }
        model.addAttribute("won", won.getAsLong());
        model.addAttribute("purses", PurseSum.of(foreseen.parts()));
        model.addAttribute("agreed", Spending.purses(foreseen.parts()).toString());
        return "payments/confirm";
    }

    /** Pays, by what was sent and nothing that was shown before. */
    @PostMapping
    String pay(
            @PathVariable MerchantId id,
            @ModelAttribute("form") AmountForm form,
            BindingResult errors,
            Actor actor,
            Device device,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        var won = Amount.read(form.amount(), errors);
        if (won.isEmpty()) {
            show(payments.visit(actor, id), form, errors, model);
            return again(response);
        }
        var attempt = payments.pay(actor, form.wanted(id, won.getAsLong(), device));
        if (attempt.outcome() instanceof Outcome.Done done) {
            return receipt(done, redirect);
        }
        show(attempt.visit(), form, errors, model);
        return attempt.outcome() instanceof Outcome.Refused refused
                        && attempt.visit().stop() == null
                ? refuse(refused, errors, model, response)
                : again(response);
    }

    private static String receipt(Outcome.Done done, RedirectAttributes redirect) {
        Flash flash = Flash.success("payments.paid");
        var entry = done.receipt();
        redirect.addFlashAttribute("flash", entry == null ? flash : flash.withEntry(entry.entry()));
        return "redirect:/me/payments/" + done.transfer().id();
    }

    /** Why not, at the field, and how much would do. */
    private String refuse(
            Outcome.Refused refused,
            BindingResult errors,
            Model model,
            HttpServletResponse response) {
        String none = refused.most() == 0 ? ".none" : "";
        errors.rejectValue(
                "amount",
                "payments.refused." + refused.reason().code() + none,
                new Object[] {formats.won(refused.most())},
                null);
        model.addAttribute("refused", refused);
        return again(response);
    }

    private static String again(HttpServletResponse response) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return "payments/pay";
    }

    private void show(Visit visit, AmountForm form, BindingResult errors, Model model) {
        model.addAttribute("visit", visit);
        model.addAttribute("row", lists.row(visit.shop()));
        model.addAttribute("form", form);
        model.addAttribute(BindingResult.MODEL_KEY_PREFIX + "form", errors);
    }
}
