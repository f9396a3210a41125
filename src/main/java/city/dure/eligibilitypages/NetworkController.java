package city.dure.eligibilitypages;

import city.dure.eligibility.Eligibility;
import city.dure.eligibility.Network;
import city.dure.shared.Actor;
import city.dure.web.Flash;
import city.dure.web.OnceOnly;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The networks that rules may name. */
@Controller
class NetworkController {
    private static final String PATH = "/office/eligibility/networks";
    private static final int UNPROCESSABLE = 422;

    private final Eligibility eligibility;
    private final OnceOnly once;

    NetworkController(Eligibility eligibility, OnceOnly once) {
        this.eligibility = eligibility;
        this.once = once;
    }

    /**
     * A network, as typed.
     *
     * @param operation makes it count once
     * @param code stable, stands in entries
     */
    record Form(
            UUID operation,
            @Pattern(regexp = "[a-z][a-z0-9-]{1,39}", message = "{eligibility.code.wrong}")
                    @Nullable String code,
            @NotBlank(message = "{eligibility.network.name.missing}")
                    @Size(max = 40, message = "{eligibility.network.name.long}")
                    @Nullable String name,
            @NotBlank(message = "{eligibility.network.nameEn.missing}")
                    @Size(max = 80, message = "{eligibility.network.name.long}")
                    @Nullable String nameEn) {}

    @GetMapping(PATH)
    String list(Model model) {
        model.addAttribute("form", new Form(UUID.randomUUID(), "", "", ""));
        return page(model);
    }

    @PostMapping(PATH)
    String make(
            @Valid @ModelAttribute("form") Form form,
            BindingResult errors,
            Actor actor,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        if (!errors.hasErrors()) {
            try {
                return "redirect:" + make(form, actor, redirect);
            } catch (DuplicateKeyException e) {
                errors.rejectValue("code", "eligibility.code.taken");
            }
        }
        response.setStatus(UNPROCESSABLE);
        return page(model);
    }

    private String make(Form form, Actor actor, RedirectAttributes redirect) {
        var network =
                new Network(
                        Objects.requireNonNull(form.code()),
                        Objects.requireNonNull(form.name()).strip(),
                        Objects.requireNonNull(form.nameEn()).strip(),
                        0);
        return once.run(
                form.operation(),
                actor,
                () -> {
                    var receipt = eligibility.make(actor, network);
                    redirect.addFlashAttribute(
                            "flash",
                            Flash.success("eligibility.flash.noted").withEntry(receipt.entry()));
                    return PATH;
                });
    }

    private String page(Model model) {
        model.addAttribute("networks", eligibility.networks());
        return "eligibility/networks";
    }
}
