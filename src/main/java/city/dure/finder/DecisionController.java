package city.dure.finder;

import city.dure.ledger.LedgerReceipt;
import city.dure.merchants.Decisions;
import city.dure.merchants.MerchantId;
import city.dure.shared.Actor;
import city.dure.web.Flash;
import city.dure.web.OnceOnly;
import jakarta.validation.Valid;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Suspends, resumes and closes businesses; each decision once, and only on what was shown. */
@Controller
@RequestMapping("/office/merchants/{id}")
class DecisionController {
    private final Decisions decisions;
    private final ShopPages pages;
    private final Lists lists;
    private final OnceOnly once;

    DecisionController(Decisions decisions, ShopPages pages, Lists lists, OnceOnly once) {
        this.decisions = decisions;
        this.pages = pages;
        this.lists = lists;
        this.once = once;
    }

    @GetMapping("/suspension")
    String suspension(@PathVariable MerchantId id, Model model) {
        model.addAttribute("form", DecisionForm.on(pages.find(id)));
        return page(Decision.SUSPENSION, id, model);
    }

    @PostMapping("/suspension")
    ModelAndView suspend(
            @PathVariable MerchantId id,
            @Valid @ModelAttribute("form") DecisionForm form,
            BindingResult errors,
            Actor actor,
            Model model,
            RedirectAttributes redirect) {
        return decide(
                Decision.SUSPENSION,
                new Asked(id, form, errors, actor, model, redirect),
                () -> decisions.suspend(actor, id, form.why(), form.version()));
    }

    @GetMapping("/closure")
    String closure(@PathVariable MerchantId id, Model model) {
        model.addAttribute("form", DecisionForm.on(pages.find(id)));
        return page(Decision.CLOSURE, id, model);
    }

    @PostMapping("/closure")
    ModelAndView close(
            @PathVariable MerchantId id,
            @Valid @ModelAttribute("form") DecisionForm form,
            BindingResult errors,
            Actor actor,
            Model model,
            RedirectAttributes redirect) {
        return decide(
                Decision.CLOSURE,
                new Asked(id, form, errors, actor, model, redirect),
                () -> decisions.close(actor, id, form.why(), form.version()));
    }

    @GetMapping("/resumption")
    String resumption(@PathVariable MerchantId id, Model model) {
        model.addAttribute("form", DecisionForm.on(pages.find(id)));
        return page(Decision.RESUMPTION, id, model);
    }

    @PostMapping("/resumption")
    ModelAndView resume(
            @PathVariable MerchantId id,
            @Valid @ModelAttribute("form") DecisionForm form,
            BindingResult errors,
            Actor actor,
            Model model,
            RedirectAttributes redirect) {
        return decide(
                Decision.RESUMPTION,
                new Asked(id, form, errors, actor, model, redirect),
                () -> decisions.resume(actor, id, form.version()));
    }

    private ModelAndView decide(Decision decision, Asked asked, Supplier<LedgerReceipt> act) {
        decision.check(asked.form(), asked.errors());
        if (asked.errors().hasErrors()) {
            String view = page(decision, asked.id(), asked.model());
            return new ModelAndView(view, asked.model().asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        String location =
                once.run(
                        asked.form().operation(),
                        asked.actor(),
                        () -> {
                            var flash = Flash.success("finder.done." + decision.code());
                            asked.redirect()
                                    .addFlashAttribute("flash", flash.withEntry(act.get().entry()));
                            return "/office/merchants/" + asked.id();
                        });
        return new ModelAndView("redirect:" + location);
    }

    private String page(Decision decision, MerchantId id, Model model) {
        model.addAttribute("shop", pages.page(pages.find(id)));
        model.addAttribute("decision", decision);
        model.addAttribute("reasons", lists.reasons(decision));
        return "finder/decision";
    }

    /** One form that was sent. */
    private record Asked(
            MerchantId id,
            DecisionForm form,
            BindingResult errors,
            Actor actor,
            Model model,
            RedirectAttributes redirect) {}
}
