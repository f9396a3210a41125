package city.dure.intake;

import city.dure.applications.ApplicationId;
import city.dure.applications.ApplicationRefused;
import city.dure.applications.Applications;
import city.dure.applications.NewApplication.Sheet;
import city.dure.applications.PaperType;
import city.dure.identity.Accounts;
import city.dure.ledger.LedgerReceipt;
import city.dure.shared.Actor;
import city.dure.vault.FileId;
import city.dure.web.Conflict;
import city.dure.web.Option;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
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
    private static final int NOTE = 1000;

    private final Applications applications;
    private final Drafts drafts;
    private final Accounts accounts;
    private final SentPapers sentPapers;
    private final Acts acts;
    private final MessageSource messages;

    OwnController(
            Applications applications,
            Drafts drafts,
            Accounts accounts,
            SentPapers sentPapers,
            Acts acts,
            MessageSource messages) {
        this.applications = applications;
        this.drafts = drafts;
        this.accounts = accounts;
        this.sentPapers = sentPapers;
        this.acts = acts;
        this.messages = messages;
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
        return describe(id, actor, model);
    }

    @GetMapping("/{id}/papers/{paper}")
    ResponseEntity<byte[]> paper(
            @PathVariable ApplicationId id, @PathVariable FileId paper, Actor actor) {
        return sentPapers.show(applications.ownPaper(actor, id, paper), "paper");
    }

    @PostMapping("/{id}/information")
    ModelAndView giveInformation(
            @PathVariable ApplicationId id,
            @ModelAttribute("form") AnswerForm form,
            BindingResult errors,
            Actor actor,
            Model model,
            RedirectAttributes redirect) {
        List<Sheet> sheets = new ArrayList<>();
        if (form.hasFile()) {
            sentPapers
                    .check(form.given(), "paper", errors)
                    .ifPresent(paper -> sheets.add(new Sheet(form.paperType(), paper)));
        } else if (form.text().isEmpty()) {
            errors.rejectValue("paper", "intake.information.missing");
        }
        form.checkLength(errors);
        return finish(
                id,
                form,
                errors,
                actor,
                model,
                redirect,
                "intake.flash.information",
                () -> applications.giveInformation(actor, id, form.version(), sheets, form.text()));
    }

    @PostMapping("/{id}/objection")
    ModelAndView object(
            @PathVariable ApplicationId id,
            @ModelAttribute("form") AnswerForm form,
            BindingResult errors,
            Actor actor,
            Model model,
            RedirectAttributes redirect) {
        if (form.text().isEmpty()) {
            errors.rejectValue("note", "intake.objection.missing");
        }
        form.checkLength(errors);
        return finish(
                id,
                form,
                errors,
                actor,
                model,
                redirect,
                "intake.flash.objection",
                () -> applications.object(actor, id, form.version(), form.text()));
    }

    @PostMapping("/{id}/withdrawal")
    String withdraw(
            @PathVariable ApplicationId id,
            @ModelAttribute("form") AnswerForm form,
            Actor actor,
            RedirectAttributes redirect) {
        return acts.redirect(
                form.operation(),
                actor,
                redirect,
                "intake.flash.withdrawn",
                place(id),
                () -> applications.withdraw(actor, id, form.version()));
    }

    private ModelAndView finish(
            ApplicationId id,
            AnswerForm form,
            BindingResult errors,
            Actor actor,
            Model model,
            RedirectAttributes redirect,
            String done,
            Supplier<LedgerReceipt> act) {
        if (errors.hasErrors()) {
            return new ModelAndView(
                    describe(id, actor, model), model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        try {
            return new ModelAndView(
                    acts.redirect(form.operation(), actor, redirect, done, place(id), act));
        } catch (ApplicationRefused e) {
            throw new Conflict(e.messageKey());
        }
    }

    private String describe(ApplicationId id, Actor actor, Model model) {
        var file = applications.own(actor, id);
        model.addAttribute("file", file);
        model.addAttribute("names", accounts.displayNames(file.people()));
        model.addAttribute("types", types());
        model.addAttribute("official", StartController.isOfficial(actor));
        return "intake/show";
    }

    private List<Option> types() {
        return Arrays.stream(PaperType.values())
                .map(PaperType::code)
                .map(code ->
                        new Option(
                                code,
                                messages.getMessage(
                                        "applications.paper." + code,
                                        null,
                                        LocaleContextHolder.getLocale())))
                .toList();
    }

    private static String place(ApplicationId id) {
        return "/merchants/applications/" + id;
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
            @Nullable String note) {
        /** An id for one button; each has its own. */
        public UUID mint() {
            return UUID.randomUUID();
        }

        String text() {
            return note == null ? "" : note.strip();
        }

        boolean hasFile() {
            return paper != null && !String.valueOf(paper.getOriginalFilename()).isEmpty();
        }

        MultipartFile given() {
            return Objects.requireNonNull(paper);
        }

        PaperType paperType() {
            return Arrays.stream(PaperType.values())
                    .filter(each -> each.code().equals(type))
                    .findFirst()
                    .orElse(PaperType.OTHER);
        }

        void checkLength(BindingResult errors) {
            if (text().length() > NOTE) {
                errors.rejectValue("note", "intake.note.long");
            }
        }
    }
}
