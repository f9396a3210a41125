package city.dure.intake;

import city.dure.applications.Applications;
import city.dure.merchants.MerchantId;
import city.dure.merchants.MerchantSummary;
import city.dure.merchants.Merchants;
import city.dure.shared.Actor;
import city.dure.web.Flash;
import city.dure.web.NotFound;
import city.dure.web.OnceOnly;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Finding one's own shop among the listed businesses, or none of these: the first step. */
@Controller
class StartController {
    private static final int SHOWN = 20;
    private static final int DRAFTS_AT_MOST = 10;

    private final Merchants merchants;
    private final Applications applications;
    private final Drafts drafts;
    private final OnceOnly onceOnly;

    StartController(
            Merchants merchants, Applications applications, Drafts drafts, OnceOnly onceOnly) {
        this.merchants = merchants;
        this.applications = applications;
        this.drafts = drafts;
        this.onceOnly = onceOnly;
    }

    @GetMapping("/merchants/applications/new")
    String find(@RequestParam(defaultValue = "") String q, Actor actor, Model model) {
        String text = q.strip();
        model.addAttribute("q", text);
        model.addAttribute("official", isOfficial(actor));
        model.addAttribute("tooShort", text.length() == 1);
        model.addAttribute("shops", text.length() < 2 ? List.of() : merchants.search(text, SHOWN));
        model.addAttribute("form", new StartForm(UUID.randomUUID(), null));
        return "intake/find";
    }

    @PostMapping("/merchants/applications/drafts")
    String begin(@ModelAttribute("form") StartForm form, Actor actor, RedirectAttributes redirect) {
        var claimed = form.shop() == null || form.shop().isBlank() ? null : shop(form.shop());
        if (claimed != null) {
            var obstacle = applications.obstacle(claimed.id(), null);
            if (obstacle.isPresent()) {
                redirect.addFlashAttribute("flash", Flash.error(obstacle.get().messageKey()));
                redirect.addAttribute("q", claimed.name());
                return "redirect:/merchants/applications/new";
            }
        }
        if (drafts.count(actor) >= DRAFTS_AT_MOST) {
            redirect.addFlashAttribute("flash", Flash.error("intake.drafts.too-many"));
            return "redirect:/merchants/applications";
        }
        return "redirect:"
                + onceOnly.run(
                        form.operation(),
                        actor,
                        () -> place(drafts.begin(actor, answers(claimed)), "shop"));
    }

    @PostMapping("/merchants/applications/drafts/{id}/removal")
    String remove(
            @org.springframework.web.bind.annotation.PathVariable DraftId id,
            Actor actor,
            RedirectAttributes redirect) {
        drafts.remove(actor, id);
        redirect.addFlashAttribute("flash", Flash.success("intake.flash.draft-removed"));
        return "redirect:/merchants/applications";
    }

    static String place(DraftId id, String step) {
        return "/merchants/applications/drafts/" + id + "/" + step;
    }

    static boolean isOfficial(Actor actor) {
        return switch (actor.role()) {
            case CITIZEN, OWNER, CLERK -> false;
            default -> true;
        };
    }

    private MerchantSummary shop(String ref) {
        try {
            return merchants.find(MerchantId.valueOf(ref)).orElseThrow(() -> new NotFound("shop"));
        } catch (IllegalArgumentException e) {
            throw new NotFound("shop");
        }
    }

    /** What the list knows of the shop already stands in the form. */
    private static Answers answers(@Nullable MerchantSummary shop) {
        if (shop == null) {
            return Answers.none();
        }
        var known = shop.business();
        return new Answers(
                shop.ref(),
                null,
                known.name(),
                known.category(),
                known.district(),
                known.address(),
                known.phone(),
                null,
                null,
                null,
                null);
    }

    /** Which shop; none when it is on no list. */
    record StartForm(UUID operation, @Nullable String shop) {
        /** An id for one button; each has its own. */
        public UUID mint() {
            return UUID.randomUUID();
        }
    }
}
