package city.dure.intake;

import city.dure.shared.Actor;
import jakarta.validation.Valid;
import java.time.Clock;
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
import org.springframework.web.servlet.ModelAndView;

/**
 * The steps about the shop and its owner; what is typed is kept, while it is typed and also when it
 * is wrong.
 */
@Controller
@RequestMapping("/merchants/applications/drafts/{id}")
class StepController {
    private final Drafts drafts;
    private final DraftCheck check;
    private final Clock clock;

    StepController(Drafts drafts, DraftCheck check, Clock clock) {
        this.drafts = drafts;
        this.check = check;
        this.clock = clock;
    }

    @ModelAttribute
    void describe(@PathVariable DraftId id, Actor actor, Model model) {
        model.addAttribute("draft", drafts.own(actor, id));
        model.addAttribute("official", StartController.isOfficial(actor));
    }

    @GetMapping("/shop")
    String shop(@ModelAttribute("draft") Draft draft, Model model) {
        model.addAttribute("form", ShopForm.of(draft.answers()));
        return "intake/shop";
    }

    @PostMapping("/shop")
    ModelAndView saveShop(
            @ModelAttribute("draft") Draft draft,
            @Valid @ModelAttribute("form") ShopForm form,
            BindingResult errors,
            @RequestParam @Nullable String later,
            @RequestParam @Nullable String typing,
            Actor actor) {
        drafts.save(actor, draft.id(), draft.answers().with(form));
        if (typing != null) {
            return kept();
        }
        check.shop(form, draft.answers().claimedShop(), errors);
        return next(draft, "shop", "owner", errors, later);
    }

    @GetMapping("/owner")
    String owner(@ModelAttribute("draft") Draft draft, Model model) {
        model.addAttribute("form", OwnerForm.of(draft.answers()));
        return "intake/owner";
    }

    @PostMapping("/owner")
    ModelAndView saveOwner(
            @ModelAttribute("draft") Draft draft,
            @Valid @ModelAttribute("form") OwnerForm form,
            BindingResult errors,
            @RequestParam @Nullable String later,
            @RequestParam @Nullable String typing,
            Actor actor) {
        drafts.save(actor, draft.id(), draft.answers().with(form));
        if (typing != null) {
            return kept();
        }
        form.checkAccount(errors);
        return next(draft, "owner", "papers", errors, later);
    }

    // Nobody is told of mistakes in a word that is not finished.
    private ModelAndView kept() {
        return new ModelAndView("intake/_kept :: kept", "at", clock.instant());
    }

    private static ModelAndView next(
            Draft draft, String here, String next, BindingResult errors, @Nullable String later) {
        if (later != null) {
            return new ModelAndView("redirect:/merchants/applications");
        }
        if (errors.hasErrors()) {
            return new ModelAndView("intake/" + here, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return new ModelAndView("redirect:" + StartController.place(draft.id(), next));
    }
}
