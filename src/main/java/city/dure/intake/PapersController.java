package city.dure.intake;

import city.dure.applications.PaperType;
import city.dure.shared.Actor;
import java.util.UUID;
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

/** The step about the papers; each good one is kept at once, also beside one that is not. */
@Controller
@RequestMapping("/merchants/applications/drafts/{id}/papers")
class PapersController {
    private static final int AT_MOST = 10;

    private final Drafts drafts;
    private final SentPapers sentPapers;

    PapersController(Drafts drafts, SentPapers sentPapers) {
        this.drafts = drafts;
        this.sentPapers = sentPapers;
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
            Model model) {
        drafts.own(actor, id);
        PapersForm.FIELDS.forEach((field, type) -> keep(id, form, field, type, errors, actor));
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

    private void keep(
            DraftId id,
            PapersForm form,
            String field,
            PaperType type,
            BindingResult errors,
            Actor actor) {
        var file = form.chosen(field);
        if (file == null) {
            return;
        }
        if (drafts.own(actor, id).sheets().size() >= AT_MOST) {
            errors.rejectValue(field, "intake.papers.too-many");
            return;
        }
        sentPapers
                .check(file, field, errors)
                .ifPresent(paper -> drafts.addSheet(actor, id, type, paper));
    }

    private static String after(DraftId id, @Nullable String later, @Nullable String add) {
        if (later != null) {
            return "/merchants/applications";
        }
        return StartController.place(id, add == null ? "answers" : "papers");
    }
}
