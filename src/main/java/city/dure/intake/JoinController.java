package city.dure.intake;

import city.dure.applications.Applications;
import city.dure.shared.Actor;
import city.dure.web.Flash;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
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

    JoinController(Applications applications) {
        this.applications = applications;
    }

    @GetMapping
    String fresh(Model model) {
        model.addAttribute("form", new JoinForm(null, null));
        return "intake/join";
    }

    @PostMapping
    ModelAndView join(
            @Valid @ModelAttribute("form") JoinForm form,
            BindingResult errors,
            Actor actor,
            RedirectAttributes redirect) {
        var found =
                errors.hasErrors()
                        ? java.util.Optional.<city.dure.applications.ApplicationId>empty()
                        : applications.join(
                                actor, String.valueOf(form.code()), String.valueOf(form.phone()));
        if (found.isEmpty()) {
            if (!errors.hasErrors()) {
                errors.rejectValue("code", "intake.join.wrong");
            }
            return new ModelAndView("intake/join", HttpStatus.UNPROCESSABLE_CONTENT);
        }
        redirect.addFlashAttribute("flash", Flash.success("intake.flash.joined"));
        return new ModelAndView("redirect:/merchants/applications/" + found.get());
    }

    /** The code from the counter and the phone number left there. */
    record JoinForm(
            @NotBlank(message = "{intake.join.code.missing}") @Nullable String code,
            @NotBlank(message = "{intake.join.phone.missing}") @Nullable String phone) {}
}
