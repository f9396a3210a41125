package city.dure.intake;

import city.dure.applications.Applications;
import city.dure.shared.Actor;
import city.dure.web.Flash;
import city.dure.web.NotFound;
import city.dure.web.OnceOnly;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** How an owner takes over the application that an official wrote at the counter. */
@Controller
@RequestMapping("/merchants/applications/join")
class JoinController {
    private final Applications applications;
    private final OnceOnly onceOnly;

    JoinController(Applications applications, OnceOnly onceOnly) {
        this.applications = applications;
        this.onceOnly = onceOnly;
    }

    @GetMapping
    String fresh(Model model) {
        model.addAttribute("form", new JoinForm(UUID.randomUUID(), null, null));
        return "intake/join";
    }

    @PostMapping
    ModelAndView join(
            @Valid @ModelAttribute("form") JoinForm form,
            BindingResult errors,
            Actor actor,
            RedirectAttributes redirect) {
        if (errors.hasErrors()) {
            return wrong();
        }
        try {
            String location = onceOnly.run(form.operation(), actor, () -> joined(actor, form));
            redirect.addFlashAttribute("flash", Flash.success("intake.flash.joined"));
            return new ModelAndView("redirect:" + location);
        } catch (NotFound e) {
            errors.rejectValue("code", "intake.join.wrong");
            return wrong();
        }
    }

    private String joined(Actor actor, JoinForm form) {
        return applications
                .join(actor, String.valueOf(form.code()), String.valueOf(form.phone()))
                .map(id -> "/merchants/applications/" + id)
                .orElseThrow(() -> new NotFound("application to join"));
    }

    private static ModelAndView wrong() {
        return new ModelAndView("intake/join", HttpStatus.UNPROCESSABLE_CONTENT);
    }

    /** The code from the counter and the phone number left there. */
    record JoinForm(
            UUID operation,
            @NotBlank(message = "{intake.join.code.missing}") @Nullable String code,
            @NotBlank(message = "{intake.join.phone.missing}") @Nullable String phone) {}
}
