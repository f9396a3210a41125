package city.dure.intake;

import city.dure.papers.Paper;
import city.dure.shared.Actor;
import city.dure.web.Flash;
import city.dure.web.OnceOnly;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The step about the papers; each good one is kept at once, also beside one that is not. */
@Controller
@RequestMapping("/merchants/applications/drafts/{id}/papers")
class PapersController {
    private static final int AT_MOST = 10;

    private final Drafts drafts;
    private final SentPapers sentPapers;
    private final OnceOnly onceOnly;

    PapersController(Drafts drafts, SentPapers sentPapers, OnceOnly onceOnly) {
        this.drafts = drafts;
        this.sentPapers = sentPapers;
        this.onceOnly = onceOnly;
    }

    @GetMapping
    String papers(@PathVariable DraftId id, Actor actor, Model model) {
        model.addAttribute("form", PapersForm.blank());
        return describe(id, actor, model);
    }

    @PostMapping
    ModelAndView add(
            @PathVariable DraftId id,
            @ModelAttribute("form") PapersForm form,
            BindingResult errors,
            @RequestParam @Nullable String later,
            @RequestParam @Nullable String add,
            Actor actor,
            Model model,
            RedirectAttributes redirect) {
        drafts.own(actor, id);
        keep(actor, id, form, errors, redirect);
        boolean going = later == null && add == null;
        if (going && !errors.hasErrors() && !drafts.own(actor, id).hasRegistration()) {
            errors.rejectValue("registration", "intake.papers.registration.missing");
        }
        if (errors.hasErrors()) {
            return new ModelAndView(
                    describe(id, actor, model), model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return new ModelAndView("redirect:" + after(id, later, add));
    }

    @GetMapping("/{sheet}")
    ResponseEntity<byte[]> show(@PathVariable DraftId id, @PathVariable UUID sheet, Actor actor) {
        return sentPapers.show(drafts.paper(actor, id, sheet), "paper");
    }

    @PostMapping("/{sheet}/removal")
    String remove(@PathVariable DraftId id, @PathVariable UUID sheet, Actor actor) {
        drafts.removeSheet(actor, id, sheet);
        return "redirect:" + StartController.place(id, "papers");
    }

    private String describe(DraftId id, Actor actor, Model model) {
        model.addAttribute("draft", drafts.own(actor, id));
        model.addAttribute("official", StartController.isOfficial(actor));
        return "intake/papers";
    }

    /** Keeps the good ones, once and all; of a form that keeps none the operation stays unused. */
    private void keep(
            Actor actor,
            DraftId id,
            PapersForm form,
            BindingResult errors,
            RedirectAttributes redirect) {
        var good = new LinkedHashMap<PapersForm.Sent, Paper>();
        for (var sent : form.sent()) {
            sentPapers
                    .check(sent.file(), sent.field(), errors)
                    .ifPresent(paper -> good.put(sent, paper));
        }
        if (good.isEmpty()) {
            return;
        }
        try {
            if (!keep(actor, id, form.operation(), good)) {
                redirect.addFlashAttribute("flash", Flash.info("intake.flash.done-before"));
            }
        } catch (TooMany refused) {
            errors.rejectValue(refused.field, "intake.papers.too-many");
        }
    }

    /** Whether this press did it, and not one before. */
    private boolean keep(
            Actor actor, DraftId id, UUID operation, Map<PapersForm.Sent, Paper> good) {
        var done = new AtomicBoolean();
        onceOnly.run(
                operation,
                actor,
                () -> {
                    good.forEach((sent, paper) -> keep(actor, id, sent, paper));
                    done.set(true);
                    return StartController.place(id, "papers");
                });
        return done.get();
    }

    private void keep(Actor actor, DraftId id, PapersForm.Sent sent, Paper paper) {
        drafts.addSheet(actor, id, sent.type(), paper);
        if (drafts.own(actor, id).sheets().size() > AT_MOST) {
            throw new TooMany(sent.field());
        }
    }

    private static String after(DraftId id, @Nullable String later, @Nullable String add) {
        if (later != null) {
            return "/merchants/applications";
        }
        return StartController.place(id, add == null ? "answers" : "papers");
    }

    /** Undoes the press as a whole, so that the form can be sent again. */
    private static class TooMany extends RuntimeException {
        private final String field;

        TooMany(String field) {
            this.field = field;
        }
    }
}
