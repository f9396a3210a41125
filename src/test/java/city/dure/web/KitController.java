package city.dure.web;

import city.dure.shared.Page;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Every part of the kit on one page, to be looked at: {@code mvn spring-boot:test-run
 * -Dspring-boot.run.profiles=kit}, then {@code /kit}.
 */
@Controller
@Profile("kit")
@RequestMapping("/kit")
class KitController {
    record KitForm(
            @NotBlank String name,
            String price,
            @NotBlank String district,
            @NotBlank String kind,
            @NotBlank String reason,
            boolean agreed,
            String phone,
            @Nullable MultipartFile paper,
            @NotNull UUID operation) {}

    @GetMapping
    String show(Model model) {
        model.addAttribute(
                "form", new KitForm("", "12000", "", "", "", true, "", null, new UUID(1, 2)));
        return page(model);
    }

    @GetMapping("/things/{id}")
    String thing(@PathVariable UUID id) {
        throw new NotFound("thing " + id);
    }

    @GetMapping("/decided")
    String decided() {
        throw new Conflict("web.won", 12_000);
    }

    @GetMapping("/broken")
    String broken() {
        throw new IllegalStateException("secret of the machine");
    }

    @PostMapping
    String create(
            @Valid @ModelAttribute("form") KitForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        if (errors.hasErrors()) {
            errors.reject("web.won", new Object[] {"12,000"}, null);
            response.setStatus(422);
            return page(model);
        }
        redirect.addFlashAttribute("flash", Flash.success("web.won", 12_000));
        return "redirect:/kit";
    }

    private static String page(Model model) {
        model.addAttribute(
                "districts", List.of(new Option("hosu", "호수동"), new Option("deul", "들꽃동")));
        model.addAttribute(
                "kinds", List.of(new Option("own", "직접 운영"), new Option("chain", "가맹본부 소속")));
        model.addAttribute("rows", new Page<>(List.of(), "b & c"));
        model.addAttribute("flash", Flash.success("web.won", 12_000).withEntry(new UUID(3, 4)));
        return "web/kit";
    }
}
