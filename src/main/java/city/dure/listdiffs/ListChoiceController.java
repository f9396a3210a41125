package city.dure.listdiffs;

import city.dure.merchants.MerchantId;
import city.dure.shared.Actor;
import city.dure.sources.Differing;
import city.dure.sources.Facing;
import city.dure.web.Flash;
import city.dure.web.OnceOnly;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What the lists say about one business, side by side, and which of them counts. */
@Controller
@RequestMapping("/office/merchants/{id}/lists")
class ListChoiceController {
    private final Differing differing;
    private final OnceOnly once;

    ListChoiceController(Differing differing, OnceOnly once) {
        this.differing = differing;
        this.once = once;
    }

    /**
     * @param version of what was shown
     * @param source the list that counts
     */
    record Form(UUID operation, int version, @Nullable String source) {}

    @GetMapping
    String show(@PathVariable MerchantId id, Model model) {
        Facing facing = differing.facing(id);
        model.addAttribute("form", new Form(UUID.randomUUID(), facing.version(), null));
        model.addAttribute("facing", facing);
        return "listdiffs/show";
    }

    @PostMapping
    String choose(
            @PathVariable MerchantId id,
            @ModelAttribute("form") Form form,
            BindingResult errors,
            Actor actor,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response) {
        String source = form.source();
        if (source == null || source.isEmpty()) {
            errors.rejectValue("source", "listdiffs.choose.missing");
            response.setStatus(422);
            model.addAttribute("facing", differing.facing(id));
            return "listdiffs/show";
        }
        return "redirect:"
                + once.run(
                        form.operation(),
                        actor,
                        () -> {
                            var receipt = differing.decide(actor, id, source, form.version());
                            redirect.addFlashAttribute(
                                    "flash",
                                    Flash.success("listdiffs.flash.decided")
                                            .withEntry(receipt.entry()));
                            return "/office/merchants/" + id + "/lists";
                        });
    }
}
