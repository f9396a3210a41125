package city.dure.intake;

import city.dure.applications.ApplicationRefused;
import city.dure.applications.Applications;
import city.dure.shared.Actor;
import city.dure.web.Flash;
import city.dure.web.OnceOnly;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Checking one's answers and sending them in, which takes effect once. */
@Controller
@RequestMapping("/merchants/applications/drafts/{id}")
class SubmissionController {
    private final Drafts drafts;
    private final DraftCheck check;
    private final Applications applications;
    private final OnceOnly onceOnly;

    SubmissionController(
            Drafts drafts, DraftCheck check, Applications applications, OnceOnly onceOnly) {
        this.drafts = drafts;
        this.check = check;
        this.applications = applications;
        this.onceOnly = onceOnly;
    }

    @GetMapping("/answers")
    String answers(@PathVariable DraftId id, Actor actor, Model model) {
        Draft draft = drafts.own(actor, id);
        model.addAttribute("incomplete", check.incomplete(draft));
        return describe(draft, null, actor, model);
    }

    @PostMapping("/submission")
    ModelAndView submit(
            @PathVariable DraftId id, Actor actor, Model model, RedirectAttributes redirect) {
        try {
            // The draft itself is the operation: it can be sent in once, from whatever tab.
            String location = onceOnly.run(id.value(), actor, () -> submit(id, actor));
            redirect.addFlashAttribute("flash", Flash.success("intake.flash.submitted"));
            return new ModelAndView("redirect:" + location);
        } catch (Incomplete e) {
            model.addAttribute("incomplete", e.step);
            return refused(id, null, actor, model);
        } catch (ApplicationRefused e) {
            return refused(id, e.messageKey(), actor, model);
        } catch (DataIntegrityViolationException e) {
            // Somebody sent in the same shop or number at the same moment and was first.
            return refused(id, "applications.refused.shop-in-review", actor, model);
        }
    }

    private String submit(DraftId id, Actor actor) {
        Draft draft = drafts.own(actor, id);
        String incomplete = check.incomplete(draft);
        if (incomplete != null) {
            throw new Incomplete(incomplete);
        }
        var made = draft.answers().toApplication(drafts.papers(draft));
        var application = applications.submit(actor, made);
        drafts.remove(actor, id);
        return "/merchants/applications/" + application;
    }

    private ModelAndView refused(DraftId id, @Nullable String problem, Actor actor, Model model) {
        String view = describe(drafts.own(actor, id), problem, actor, model);
        return new ModelAndView(view, model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private static String describe(
            Draft draft, @Nullable String problem, Actor actor, Model model) {
        model.addAttribute("draft", draft);
        model.addAttribute("problem", problem);
        model.addAttribute("official", StartController.isOfficial(actor));
        return "intake/answers";
    }

    /** A step has something wrong or missing. */
    private static class Incomplete extends RuntimeException {
        private final String step;

        Incomplete(String step) {
            super(step);
            this.step = step;
        }
    }
}
