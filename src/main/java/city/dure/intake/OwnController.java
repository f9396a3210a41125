package city.dure.intake;

import city.dure.applications.ApplicationFile;
import city.dure.applications.ApplicationId;
import city.dure.applications.Applications;
import city.dure.applications.NewApplication.Sheet;
import city.dure.applications.PaperType;
import city.dure.identity.Accounts;
import city.dure.ledger.LedgerReceipt;
import city.dure.shared.Actor;
import city.dure.vault.FileId;
import city.dure.web.Conflict;
import city.dure.web.Flash;
import city.dure.web.OnceOnly;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.util.Arrays;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.Supplier;
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
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One's own applications: how they stand, and what one may still do. */
@Controller
@RequestMapping("/merchants/applications")
class OwnController {
    private final Applications applications;
    private final Drafts drafts;
    private final Accounts accounts;
    private final SentPapers sentPapers;
    private final OnceOnly once;

    OwnController(
            Applications applications,
            Drafts drafts,
            Accounts accounts,
            SentPapers sentPapers,
            OnceOnly once) {
        this.applications = applications;
        this.drafts = drafts;
        this.accounts = accounts;
        this.sentPapers = sentPapers;
        this.once = once;
    }

    @GetMapping
    String index(Actor actor, Model model) {
        model.addAttribute("drafts", drafts.of(actor));
        model.addAttribute("applications", applications.of(actor));
        model.addAttribute("official", StartController.isOfficial(actor));
        return "intake/index";
    }

    @GetMapping("/{id}")
    String show(@PathVariable ApplicationId id, Actor actor, Model model) {
        model.addAttribute("form", new AnswerForm(UUID.randomUUID(), 0, null, null, null));
        return describe(applications.own(actor, id), actor, model);
    }

    @GetMapping("/{id}/papers/{paper}")
    ResponseEntity<byte[]> paper(
            @PathVariable ApplicationId id, @PathVariable FileId paper, Actor actor) {
        return sentPapers.show(applications.ownPaper(actor, id, paper), "paper");
    }

    @PostMapping("/{id}/information")
    ModelAndView giveInformation(
            @PathVariable ApplicationId id,
            @Valid @ModelAttribute("form") AnswerForm form,
            BindingResult errors,
            Actor actor,
            Model model,
            RedirectAttributes redirect) {
        var paper = sentPapers.check(form.paper(), "paper", errors);
        if (paper.isEmpty() && form.text().isEmpty() && !errors.hasErrors()) {
            errors.rejectValue("paper", "intake.information.missing");
        }
        if (errors.hasErrors()) {
            return wrong(id, form, actor, model, file -> file.wanted() != null);
        }
        var sheets = paper.map(given -> new Sheet(form.paperType(), given)).stream().toList();
        return done(
                id,
                form,
                actor,
                redirect,
                "information",
                () -> applications.giveInformation(actor, id, form.version(), sheets, form.text()));
    }

    @PostMapping("/{id}/objection")
    ModelAndView object(
            @PathVariable ApplicationId id,
            @Valid @ModelAttribute("form") AnswerForm form,
            BindingResult errors,
            Actor actor,
            Model model,
            RedirectAttributes redirect) {
        if (form.text().isEmpty()) {
            errors.rejectValue("note", "intake.objection.missing");
        }
        return errors.hasErrors()
                ? wrong(id, form, actor, model, file -> file.summary().objectionUntil() != null)
                : done(
                        id,
                        form,
                        actor,
                        redirect,
                        "objection",
                        () -> applications.object(actor, id, form.version(), form.text()));
    }

    @PostMapping("/{id}/withdrawal")
    ModelAndView withdraw(
            @PathVariable ApplicationId id,
            @ModelAttribute("form") AnswerForm form,
            Actor actor,
            RedirectAttributes redirect) {
        return done(
                id,
                form,
                actor,
                redirect,
                "withdrawn",
                () -> applications.withdraw(actor, id, form.version()));
    }

    /** The page with what is wrong; 409 where it would no longer have the form that was sent. */
    private ModelAndView wrong(
            ApplicationId id,
            AnswerForm form,
            Actor actor,
            Model model,
            Predicate<ApplicationFile> hasForm) {
        var file = applications.own(actor, id, form.version());
        if (!hasForm.test(file)) {
            throw new Conflict("applications.not-now");
        }
        return new ModelAndView(
                describe(file, actor, model), model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private ModelAndView done(
            ApplicationId id,
            AnswerForm form,
            Actor actor,
            RedirectAttributes redirect,
            String done,
            Supplier<LedgerReceipt> act) {
        Flash flash = Flash.success("intake.flash." + done);
        String here = "/merchants/applications/" + id;
        return new ModelAndView(
                once.redirect(
                        form.operation(), actor, redirect, flash, here, () -> act.get().entry()));
    }

    private String describe(ApplicationFile file, Actor actor, Model model) {
        model.addAttribute("file", file);
        model.addAttribute("names", accounts.plainNames(file.people()));
        model.addAttribute("official", StartController.isOfficial(actor));
        return "intake/show";
    }

    /**
     * What one sends to one's application.
     *
     * @param version the version the page showed
     * @param type what the paper shows, as a code
     */
    record AnswerForm(
            UUID operation,
            int version,
            @Nullable String type,
            @Nullable MultipartFile paper,
            @Size(max = 1000, message = "{intake.note.long}") @Nullable String note) {
        /** An id for one button; each has its own. */
        public UUID mint() {
            return UUID.randomUUID();
        }

        String text() {
            return note == null ? "" : note.strip();
        }

        PaperType paperType() {
            return Arrays.stream(PaperType.values())
                    .filter(each -> each.code().equals(type))
                    .findFirst()
                    .orElse(PaperType.OTHER);
        }
    }
}
