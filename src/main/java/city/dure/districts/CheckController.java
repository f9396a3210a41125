package city.dure.districts;

import city.dure.city.District;
import city.dure.city.DistrictMap;
import city.dure.city.Districts;
import city.dure.eligibility.Eligibility;
import city.dure.merchants.Placing;
import city.dure.shared.Actor;
import city.dure.web.Flash;
import city.dure.web.OnceOnly;
import io.github.wimdeblauwe.htmx.spring.boot.mvc.HxRequest;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Shows what a file of outlines would change, puts it into force or throws it away. */
@Controller
@RequestMapping("/office/city/districts/uploads/{id}")
class CheckController {
    private static final String LIST = "/office/city/districts";

    private final DistrictUploads uploads;
    private final Districts districts;
    private final Placing placing;
    private final Eligibility eligibility;
    private final OnceOnly once;

    CheckController(
            DistrictUploads uploads,
            Districts districts,
            Placing placing,
            Eligibility eligibility,
            OnceOnly once) {
        this.uploads = uploads;
        this.districts = districts;
        this.placing = placing;
        this.eligibility = eligibility;
        this.once = once;
    }

    /**
     * What would change.
     *
     * @param effects given to see at once what would become of the businesses, which the page else
     *     asks for in place, as it means to look at every one
     */
    @GetMapping
    String show(@PathVariable UUID id, @RequestParam @Nullable String effects, Model model) {
        Upload upload = uploads.find(id);
        if (!upload.columns().chosen()) {
            return "redirect:" + DistrictUploads.path(upload) + "/columns";
        }
        DistrictMap next = uploads.trial(upload);
        DistrictMap now = districts.map();
        var difference = Difference.between(now, next);
        model.addAttribute("upload", upload);
        model.addAttribute("next", next);
        model.addAttribute("difference", difference);
        model.addAttribute("rules", eligibility.limitedTo(codes(difference.went())));
        model.addAttribute("seen", now.version());
        model.addAttribute("trial", effects == null ? null : placing.trial(next));
        model.addAttribute("operation", UUID.randomUUID());
        return "districts/check";
    }

    private static Set<String> codes(List<District> some) {
        return some.stream().map(District::code).collect(Collectors.toSet());
    }

    @HxRequest
    @GetMapping
    String showInPlace(@PathVariable UUID id, Model model) {
        DistrictMap next = uploads.trial(uploads.find(id));
        model.addAttribute("next", next);
        model.addAttribute("trial", placing.trial(next));
        return "districts/_effects";
    }

    /**
     * Puts the file into force, unless the districts changed since it was looked at.
     *
     * @param seen the version that was in force then
     */
    @PostMapping("/application")
    String apply(
            @PathVariable UUID id,
            @RequestParam UUID operation,
            @RequestParam("version") int seen,
            Actor actor,
            RedirectAttributes redirect) {
        return "redirect:"
                + once.run(
                        operation,
                        actor,
                        () -> {
                            var receipt = uploads.apply(actor, uploads.find(id), seen);
                            var done = Flash.success("districts.flash.applied");
                            redirect.addFlashAttribute("flash", done.withEntry(receipt.entry()));
                            return LIST;
                        });
    }

    /** Throws the file away; nothing else depended on it. */
    @PostMapping("/removal")
    String remove(@PathVariable UUID id, RedirectAttributes redirect) {
        if (uploads.remove(id)) {
            redirect.addFlashAttribute("flash", Flash.success("districts.flash.removed"));
        }
        return "redirect:" + LIST;
    }
}
